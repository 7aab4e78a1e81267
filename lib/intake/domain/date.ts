import { type Day, parseDay } from "@/lib/kernel/day";

/** Years written with two digits up to this one are of this century, unless the field says better. */
const CENTURY_TURN = 69;

const two = (text: string) => text.padStart(2, "0");

function fullYear(year: string, month: string, date: string, latest: Day | undefined): string {
  if (year.length === 4) return year;
  const recent = `20${year}`;
  if (latest) return `${recent}-${two(month)}-${two(date)}` <= latest ? recent : `19${year}`;
  return Number(year) <= CENTURY_TURN ? recent : `19${year}`;
}

/**
 * Reads a calendar date: `2026-11-01`, `1-11-2026`, `01-11-26`, `20261101`, each also with a clock time behind it, which is not used.
 * A date with slashes is no date: it could be the first of November or the eleventh of January.
 * @param latest a year of two digits is then the last one not after this day (a birth date)
 * @returns null when there is no such date.
 */
export function readDay(text: string, latest?: Day): Day | null {
  // A time of day in no zone is of that day. In a zone of its own it might be of another.
  const bare = text.trim().replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, "");
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (compact) return parseDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})$/.exec(bare);
  if (!dutch) return parseDay(bare);
  const [, date = "", month = "", year = ""] = dutch;
  return parseDay(`${fullYear(year, month, date, latest)}-${two(month)}-${two(date)}`);
}

import { type Day, parseDay } from "@/lib/kernel/day";

/** Years written with two digits up to this one are of this century, unless the field says better. */
const CENTURY_TURN = 69;

const two = (text: string) => text.padStart(2, "0");
const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/** `nov`, `november`, `nov.` and what a system in another language writes: its number; empty when it is no month. */
function monthOf(text: string): string {
  if (/^\d/.test(text)) return text;
  const start = text.toLowerCase().slice(0, 3);
  const at = MONTHS.indexOf(({ maa: "mrt", mar: "mrt", may: "mei", oct: "okt" } as Record<string, string>)[start] ?? start);
  return at < 0 ? "" : String(at + 1);
}

/** What systems write that cannot leave a date empty. */
const NO_DATE = /^(?:0{4}-0{1,2}-0{1,2}|0{1,2}-0{1,2}-0{4}|0{8})(?:[T ][0:.]+)?$/;
/** Whether a text only says that there is no date. */
export const saysNoDate = (text: string): boolean => NO_DATE.test(text.trim());
/** Whether a date is written with strokes: nobody can tell the eleventh of January from the first of November. */
export const hasStrokes = (text: string): boolean => /^\d{1,4}\/\d{1,2}\/\d{1,4}(?:\s|$)/.test(text.trim());

function fullYear(year: string, month: string, date: string, latest: Day | undefined): string {
  if (year.length === 4) return year;
  const recent = `20${year}`;
  if (latest) return `${recent}-${two(month)}-${two(date)}` <= latest ? recent : `19${year}`;
  return Number(year) <= CENTURY_TURN ? recent : `19${year}`;
}

/**
 * Reads a calendar date: `2026-11-01`, `1-11-2026`, `01-11-26`, `1.11.2026`, `1 nov 2026`, `20261101`, each also with a clock time
 * behind it, which is not used.
 * A date with slashes is no date: it could be the first of November or the eleventh of January.
 * @param latest a year of two digits is then the last one not after this day (a birth date)
 * @returns null when there is no such date.
 */
export function readDay(text: string, latest?: Day): Day | null {
  // A time of day in no zone is of that day. In a zone of its own it might be of another.
  const bare = text.trim().replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, "");
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (compact) return parseDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return parseDay(`${iso[1]}-${two(iso[2] ?? "")}-${two(iso[3] ?? "")}`);
  const dutch = /^(\d{1,2})([-. ])(\d{1,2}|[a-z]{3,9}\.?)\2(\d{4}|\d{2})$/i.exec(bare);
  if (!dutch) return null;
  const [, date = "", , named = "", year = ""] = dutch;
  const month = monthOf(named);
  return parseDay(`${fullYear(year, month, date, latest)}-${two(month)}-${two(date)}`);
}

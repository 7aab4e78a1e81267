/** A calendar date without zone, ISO `YYYY-MM-DD`; sorts as text. */
export type Day = string & { readonly __unit: "day" };
/** A calendar month, ISO `YYYY-MM`. */
export type Month = string & { readonly __unit: "month" };

const MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** @returns the day, or null when the text is not an existing calendar date. */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : (text as Day);
}

/** A day known to be right. @throws RangeError otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a calendar date: ${text}`);
  return parsed;
}

/** Days since 1 January 1970; the number to calculate with. */
export const dayNumber = (d: Day): number => Date.parse(`${d}T00:00:00Z`) / MS;
export const dayFromNumber = (n: number): Day => new Date(n * MS).toISOString().slice(0, 10) as Day;
export const addDays = (d: Day, count: number): Day => dayFromNumber(dayNumber(d) + count);
/** Whole days from `a` to `b`; negative when b lies before a. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);
/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (d: Day): number => ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1;
export const dayOfMonth = (d: Day): number => Number(d.slice(8));

export const monthOf = (d: Day): Month => d.slice(0, 7) as Month;
export function parseMonth(text: string): Month | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;
}
export const firstDay = (m: Month): Day => `${m}-01` as Day;
export const lastDay = (m: Month): Day => addDays(firstDay(addMonths(m, 1)), -1);
export function addMonths(m: Month, count: number): Month {
  const index = Number(m.slice(0, 4)) * 12 + Number(m.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}` as Month;
}
/** The same day of the month `count` months on, or that month's last day when it is shorter. */
export function addMonthsToDay(d: Day, count: number): Day {
  const m = addMonths(monthOf(d), count);
  const end = lastDay(m);
  const wanted = `${m}-${d.slice(8)}` as Day;
  return wanted < end ? wanted : end;
}
export const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
export const latest = (a: Day, b: Day): Day => (a > b ? a : b);

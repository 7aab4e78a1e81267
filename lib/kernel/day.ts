/** A calendar date without zone, ISO `YYYY-MM-DD`; sorts as text. */
export type Day = string & { readonly __unit: "day" };
/** A calendar month, ISO `YYYY-MM`. */
export type Month = string & { readonly __unit: "month" };

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

/**
 * Days since 1 January 1970; the number to calculate with. Counted by hand (Gregorian calendar, years starting in
 * March so that the leap day comes last): the ladder does this millions of times a run and Date is ten times slower.
 */
export function dayNumber(d: Day): number {
  const month = digits(d, 5, 7);
  const year = month > 2 ? digits(d, 0, 4) : digits(d, 0, 4) - 1;
  const century = Math.floor(year / 400);
  const ofCentury = year - century * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(d, 8, 10) - 1;
  return century * 146_097 + ofCentury * 365 + Math.floor(ofCentury / 4) - Math.floor(ofCentury / 100) + ofYear - 719_468;
}

/** The day that lies so many days after 1 January 1970 (proleptic Gregorian calendar); the inverse of `dayNumber`. */
export function dayFromNumber(n: number): Day {
  const since = n + 719_468;
  const century = Math.floor(since / 146_097);
  const rest = since - century * 146_097;
  const ofCentury = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365);
  const ofYear = rest - (365 * ofCentury + Math.floor(ofCentury / 4) - Math.floor(ofCentury / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = century * 400 + ofCentury + (month <= 2 ? 1 : 0);
  const dayInMonth = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${year < 1000 ? String(year).padStart(4, "0") : year}-${pad(month)}-${pad(dayInMonth)}` as Day;
}

const pad = (n: number) => (n < 10 ? `0${n}` : `${n}`);
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** The day `count` days on; a negative count goes back. */
export const addDays = (d: Day, count: number): Day => dayFromNumber(dayNumber(d) + count);
/** Whole days from `a` to `b`; negative when b lies before a. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);
/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (d: Day): number => ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1;
/** 1 to 31. */
export const dayOfMonth = (d: Day): number => Number(d.slice(8));

/** The calendar month a day lies in. */
export const monthOf = (d: Day): Month => d.slice(0, 7) as Month;
/** @returns the month, or null when the text is not `YYYY-MM` with a month from 01 to 12. */
export function parseMonth(text: string): Month | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;
}
/** The first day of a month. */
export const firstDay = (m: Month): Day => `${m}-01` as Day;
/** The last day of a month. */
export const lastDay = (m: Month): Day => addDays(firstDay(addMonths(m, 1)), -1);
/** The month `count` months on; a negative count goes back. */
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
/** The earlier of two days. */
export const earliest = (a: Day, b: Day): Day => (a < b ? a : b);
/** The later of two days. */
export const latest = (a: Day, b: Day): Day => (a > b ? a : b);

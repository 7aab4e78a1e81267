import { addDays, type Day, day, dayOfMonth, weekday } from "./day";

/** Easter Sunday of a year (Gregorian computus, Meeus/Jones/Butcher). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(`${year}-${String(Math.floor(n / 31)).padStart(2, "0")}-${String((n % 31) + 1).padStart(2, "0")}`);
}

const holidaysByYear = new Map<number, Set<Day>>();
const bankHolidaysByYear = new Map<number, Set<Day>>();

/** Recognised Dutch holidays (art. 3 Algemene termijnenwet; Good Friday is equated with them). King's Day moves to 26 April when the 27th is a Sunday. */
function holidays(year: number): Set<Day> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const e = easter(year);
  const kingsDay = day(`${year}-04-27`);
  const set = new Set<Day>([
    day(`${year}-01-01`),
    addDays(e, -2),
    addDays(e, 1),
    weekday(kingsDay) === 7 ? addDays(kingsDay, -1) : kingsDay,
    day(`${year}-05-05`),
    addDays(e, 39),
    addDays(e, 50),
    day(`${year}-12-25`),
    day(`${year}-12-26`),
  ]);
  holidaysByYear.set(year, set);
  return set;
}

/** Days on which the TARGET payment system is closed (ECB): banks book nothing then. King's Day is a bank day. */
function bankHolidays(year: number): Set<Day> {
  const known = bankHolidaysByYear.get(year);
  if (known) return known;
  const e = easter(year);
  const set = new Set<Day>([
    day(`${year}-01-01`),
    addDays(e, -2),
    addDays(e, 1),
    day(`${year}-05-01`),
    day(`${year}-12-25`),
    day(`${year}-12-26`),
  ]);
  bankHolidaysByYear.set(year, set);
  return set;
}

const yearOf = (d: Day) => Number(d.slice(0, 4));
/** Is the day a holiday on which the office is closed by law or custom? Source: Algemene termijnenwet, art. 3. */
export const isHoliday = (d: Day): boolean => holidays(yearOf(d)).has(d);

/** Days the office marked closed, handed in; a separate fact from the law's holidays. */
export type ClosedDays = ReadonlySet<Day>;
export const NO_CLOSED_DAYS: ClosedDays = new Set();

/** Monday to Friday, not a recognised holiday, not a day the office marked closed. */
export const isWorkingDay = (d: Day, closed: ClosedDays = NO_CLOSED_DAYS): boolean =>
  weekday(d) <= 5 && !isHoliday(d) && !closed.has(d);

/** A day on which banks book payments (TARGET calendar). */
export const isBankDay = (d: Day): boolean => weekday(d) <= 5 && !bankHolidays(yearOf(d)).has(d);

/** The last bank day before `d`: what a complete bank file of this morning reaches. */
export function previousBankDay(d: Day): Day {
  let at = addDays(d, -1);
  while (!isBankDay(at)) at = addDays(at, -1);
  return at;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysAfter(from: Day, to: Day, closed: ClosedDays = NO_CLOSED_DAYS): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, closed)) count++;
  return count;
}

/** The working days after a day, as far as they were asked for: the rules ask for the same few again and again. */
const comingByClosed = new WeakMap<ClosedDays, Map<Day, Day[]>>();

/** The `count`-th working day after `from`. `count` ≥ 1. */
export function addWorkingDays(from: Day, count: number, closed: ClosedDays = NO_CLOSED_DAYS): Day {
  let known = comingByClosed.get(closed);
  if (!known) comingByClosed.set(closed, (known = new Map()));
  let coming = known.get(from);
  if (!coming) known.set(from, (coming = []));
  for (let at = coming.at(-1) ?? from; coming.length < count; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, closed)) coming.push(at);
  }
  return coming[count - 1] ?? from;
}

/** `d` itself when it is a working day, else the first one after it. */
export function workingDayFrom(d: Day, closed: ClosedDays = NO_CLOSED_DAYS): Day {
  let at = d;
  while (!isWorkingDay(at, closed)) at = addDays(at, 1);
  return at;
}

/** `d` itself when it is a working day, else the last one before it. */
export function workingDayUpTo(d: Day): Day {
  let at = d;
  while (!isWorkingDay(at)) at = addDays(at, -1);
  return at;
}

/** Pension day: the state pension (AOW) is paid on the 23rd, or the working day before it. */
export const pensionDay = (month: Day): Day => workingDayUpTo(addDays(month, 23 - dayOfMonth(month)));

/** A part of the office day, the way staff speak of it. Morning before 12:00, afternoon until 17:00, evening after. */
export type PartOfDay = "morning" | "afternoon" | "evening";
/** @param minutes minutes since midnight, Amsterdam time */
export const partOfDay = (minutes: number): PartOfDay =>
  minutes < 12 * 60 ? "morning" : minutes < 17 * 60 ? "afternoon" : "evening";

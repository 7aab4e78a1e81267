import { isBankDay, previousBankDay } from "@/lib/kernel/calendar";
import {
  addDays,
  addMonths,
  addMonthsToDay,
  type Day,
  day,
  dayOfMonth,
  firstDay,
  lastDay,
  type Month,
  monthOf,
} from "@/lib/kernel/day";

/** The days that shape the story: half a year of run-up, a year of letters, then personal contact. */
export interface Timeline {
  /** First due day with a rent charge. */
  readonly starts: Day;
  /** From this day people call first; until then only letters went out. */
  readonly contactSince: Day;
  readonly ends: Day;
  /** Since this day one building has no caretaker. */
  readonly caretakerLeftOn: Day;
  readonly months: readonly Month[];
}

/** The day the shipped portfolio lives on: a Friday. */
export const SHIPPED_END = day("2026-11-20");

/**
 * The last month that is over closes the first year of personal contact, so that it is compared with a month of letters;
 * for the article's years that is 1 January 2016. The ledger starts eighteen months before.
 */
export function timelineTo(ends: Day): Timeline {
  const lastMonth = ends === lastDay(monthOf(ends)) ? monthOf(ends) : addMonths(monthOf(ends), -1);
  const contactSince = firstDay(addMonths(lastMonth, -11));
  const starts = addMonthsToDay(contactSince, -18);
  const months: Month[] = [];
  for (let month = monthOf(starts); month <= monthOf(ends); month = addMonths(month, 1)) months.push(month);
  return { starts, contactSince, ends, caretakerLeftOn: day(`${ends.slice(0, 4)}-10-01`), months };
}

/** The rent run: the charges of a month are booked on the 20th of the month before. */
export const chargedOn = (month: Month): Day => addDays(firstDay(addMonths(month, -1)), 19);

/** Direct debits are collected on the 27th, after the pension, or the bank day before. */
export function collectedOn(month: Month): Day {
  const wanted = addDays(firstDay(addMonths(month, -1)), 26);
  return isBankDay(wanted) ? wanted : previousBankDay(wanted);
}

/** A transfer is booked on its day, or the bank day after. */
export function bankDayFrom(wanted: Day): Day {
  let at = wanted;
  while (!isBankDay(at)) at = addDays(at, 1);
  return at;
}

/** What happens on a day is in the books the next morning, before the run of 05:00. */
export const monthIndex = (d: Day): number => Number(d.slice(5, 7)) - 1;
export const isFirst = (d: Day): boolean => dayOfMonth(d) === 1;

const MONTH_NAMES = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];
/** A month as our collections and charges call it: `maart 2026`. */
export const nameOf = (month: Month) => `${MONTH_NAMES[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;

import { addWorkingDays, type ClosedDays } from "../../kernel/calendar";
import { addMonths, type Day, firstDay, type Month, monthOf } from "../../kernel/day";

const MONTHS = 24;

/**
 * The days a draft is tried on: today, and in each of the past 24 months the first day on which rent due on the 1st counts
 * as late. On that day new people come onto the list, so a changed threshold shows there first; the first working day of
 * a month would only show who was left from the months before.
 * @param graceWorkingDays the longer grace of the two policies, so that both have had their time
 */
export function daysToTry(today: Day, graceWorkingDays: number, closed: ClosedDays): Day[] {
  const flagDay = (month: Month) => addWorkingDays(firstDay(month), graceWorkingDays + 1, closed);
  const last = flagDay(monthOf(today)) < today ? monthOf(today) : addMonths(monthOf(today), -1);
  const past = Array.from({ length: MONTHS }, (_, back) => flagDay(addMonths(last, back + 1 - MONTHS)));
  return [...past, today];
}

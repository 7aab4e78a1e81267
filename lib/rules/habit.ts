import { addWorkingDays } from "../kernel/calendar";
import { addDays, addMonths, type Day, dayOfMonth, earliest, firstDay, lastDay, type Month, monthOf } from "../kernel/day";
import { spokenDays } from "./contacts";
import type { Facts, RentMonth } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/**
 * The day of the month by which this tenant usually has paid the whole rent by themselves: kept in at least 4 of the last 6
 * months in which nobody of us made contact before they paid, last month among them. Never of a direct debit: then the day is ours.
 * Null when no such habit is known.
 */
export function habitDay(facts: Facts, policy: Policy, look: Look): number | null {
  if (facts.tenancy.directDebit === true) return null;
  const current = monthOf(facts.day);
  look.come(firstDay(addMonths(current, 1)));
  const from = addMonths(current, -policy.habitOutOf);
  const days: number[] = [];
  let lastMonth: number | null = null;
  for (const month of facts.rentMonths) {
    if (month.month < from || month.month >= current) continue;
    const day = paidByItself(month, facts);
    if (day === null) continue;
    days.push(day);
    if (month.month === addMonths(current, -1)) lastMonth = day;
  }
  days.sort((a, b) => a - b);
  const habit = days[policy.habitMonths - 1] ?? null;
  return habit !== null && lastMonth !== null && lastMonth <= habit ? habit : null;
}

/** The day of its month on which a month was covered without our asking; null when it was not, or we asked first. */
function paidByItself({ month, coveredOn }: RentMonth, facts: Facts): number | null {
  if (coveredOn === null || coveredOn > lastDay(month)) return null;
  const asked = facts.attempts.some((one) => one.direction === "outbound" && one.day >= firstDay(month) && one.day <= coveredOn);
  if (asked) return null;
  return coveredOn < firstDay(month) ? 1 : dayOfMonth(coveredOn);
}

/** The last day on which the habit is waited for, in the month of the oldest rent that counts. */
export function habitLastDay(habit: number, month: Month, facts: Facts, policy: Policy): Day {
  const usual = earliest(addDays(firstDay(month), habit - 1), lastDay(month));
  return addWorkingDays(usual, policy.habitExtraWorkingDays, facts.closedDays);
}

/** A person has once spoken with them, or offered another collection day: then their habit is known, not guessed. */
export const onceSpoken = (facts: Facts): boolean =>
  spokenDays(facts).length > 0 || facts.statements.some((said) => said.kind === "other-collection-day");

import { addWorkingDays } from "../kernel/calendar";
import { addDays, addMonths, type Day, dayOfMonth, earliest, firstDay, lastDay, type Month, monthOf } from "../kernel/day";
import { spokenDays } from "./contacts";
import type { Facts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/**
 * The day of the month by which this tenant usually has paid the whole rent: known when at least 4 of the last 6
 * months were covered within that month. Null when no such habit is known.
 */
export function habitDay(facts: Facts, policy: Policy, look: Look): number | null {
  const current = monthOf(facts.day);
  look.come(firstDay(addMonths(current, 1)));
  const from = addMonths(current, -policy.habitOutOf);
  const days: number[] = [];
  for (const month of facts.rentMonths) {
    if (month.month < from || month.month >= current || month.coveredOn === null) continue;
    if (month.coveredOn < firstDay(month.month)) days.push(1);
    else if (month.coveredOn <= lastDay(month.month)) days.push(dayOfMonth(month.coveredOn));
  }
  days.sort((a, b) => a - b);
  return days[policy.habitMonths - 1] ?? null;
}

/** The last day on which the habit is waited for, in the month of the oldest rent that counts. */
export function habitLastDay(habit: number, month: Month, facts: Facts, policy: Policy): Day {
  const usual = earliest(addDays(firstDay(month), habit - 1), lastDay(month));
  return addWorkingDays(usual, policy.habitExtraWorkingDays, facts.closedDays);
}

/** A person has once spoken with them, or offered another collection day: then their habit is known, not guessed. */
export const onceSpoken = (facts: Facts): boolean =>
  spokenDays(facts).length > 0 || facts.statements.some((said) => said.kind === "other-collection-day");

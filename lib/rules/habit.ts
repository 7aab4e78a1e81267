import { addWorkingDays } from "../kernel/calendar";
import { addDays, addMonths, type Day, dayOfMonth, earliest, firstDay, lastDay, type Month, monthOf } from "../kernel/day";
import { spokenDays } from "./contacts";
import type { Facts, PromiseFacts, RentMonth } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

export interface Habit {
  readonly dayOfMonth: number;
  /** The tenant said so; else the account shows it. */
  readonly named: boolean;
}

/**
 * The day of the month by which this tenant pays the whole rent by themselves: named by them as the day of their income and not
 * missed since, or kept in at least 4 of the last 6 months in which nobody of us made contact before they paid, last month among
 * them. Never of a direct debit: then the day is ours. Null when no such habit is known.
 */
export function habitOf(facts: Facts, policy: Policy, look: Look): Habit | null {
  if (facts.tenancy.directDebit === true) return null;
  const current = monthOf(facts.day);
  look.come(firstDay(addMonths(current, 1)));
  const from = addMonths(current, -policy.habitOutOf);
  const named = namedDay(facts, policy, from);
  if (named !== null) return { dayOfMonth: named, named: true };
  const shown = shownDay(facts, policy, from, current);
  return shown === null ? null : { dayOfMonth: shown, named: false };
}

/** Named within the months that are looked at (by then the account shows it itself), and kept in every month since that is over. */
function namedDay(facts: Facts, policy: Policy, from: Month): number | null {
  const named = facts.promises.filter((one) => one.incomeDay && one.withdrawnOn === null);
  const promise = named.reduce<PromiseFacts | null>((last, one) => (last !== null && isLater(last, one) ? last : one), null);
  if (!promise || monthOf(promise.promisedOn) < from) return null;
  const day = dayOfMonth(promise.promisedOn);
  const missed = facts.rentMonths.some(
    ({ month, coveredOn }) =>
      month >= monthOf(promise.promisedOn) &&
      month < monthOf(facts.day) &&
      (coveredOn === null || coveredOn > habitLastDay(day, month, facts, policy)),
  );
  return missed ? null : day;
}

/** Made later, or of the same day written down later. */
const isLater = (a: PromiseFacts, b: PromiseFacts): boolean =>
  a.madeOn !== b.madeOn ? a.madeOn > b.madeOn : a.id !== b.id ? a.id > b.id : a.promisedOn > b.promisedOn;

function shownDay(facts: Facts, policy: Policy, from: Month, current: Month): number | null {
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
  spokenDays(facts).length > 0 || facts.disclosures.some((said) => said.kind === "other-collection-day");

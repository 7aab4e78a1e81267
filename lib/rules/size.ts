import type { Day } from "../kernel/day";
import type { CaseNow } from "./casenow";
import { monthsOf } from "./charges";
import type { Facts } from "./facts";
import { shortfalls } from "./flag";
import { daysOfChange, dueMonthsOn, pastGraceOn } from "./history";
import type { Policy } from "./policy";

/** How a debt stands: small or not, and the days on which it stopped being small within the case. */
export interface Size {
  readonly small: boolean;
  readonly grewOn: readonly Day[];
}

/**
 * A small debt (ladder): rent past grace under half a month. It ends when that is reached, and returns only when all overdue
 * rent, in its grace or not, is under it: the first week of a month changes nothing. Settlements and costs never count.
 * @param acting months in arrears of what is not on hold, in its grace or not, in hundredths
 */
export function sizeOf(facts: Facts, policy: Policy, now: CaseNow, acting: number): Size {
  const half = policy.flagMonthsInArrears;
  let small = true;
  const grewOn: Day[] = [];
  for (const day of daysOfChange(facts, policy, now.openedOn)) {
    if (pastGraceOn(facts, day, policy) >= half) {
      if (small && day > now.openedOn) grewOn.push(day);
      small = false;
    } else if (!small && dueMonthsOn(facts, day) < half) small = true;
  }
  const garage = facts.tenancy.kind === "parking";
  return { small: small || garage || acting < half, grewOn };
}

/** The same amount missed in each of the last months, so that one word about a standing order helps; cents, null when not. */
export function shortByTheSame(facts: Facts, policy: Policy): bigint | null {
  const missing = shortfalls(facts, policy).map((one) => one.missing);
  const [first] = missing;
  if (first === undefined || missing.some((one) => one <= policy.flagShortBy)) return null;
  return missing.every((one) => one - first <= policy.flagShortBy && first - one <= policy.flagShortBy) ? first : null;
}

/** Months in arrears of overdue rent that is not on hold, in its grace or not, in hundredths. */
export const actingMonths = (facts: Facts, held: ReadonlySet<string>): number =>
  monthsOf(
    facts.overdue.filter((one) => !held.has(one.id)),
    facts,
  );

import { addDays, addMonths, firstDay, type Month, monthOf } from "../kernel/day";
import { brokenSince } from "./agreement";
import type { Reason } from "./answer";
import { counted, monthsOf } from "./charges";
import { isCured } from "./cure";
import type { Facts } from "./facts";
import { dueAbove } from "./history";
import { Look } from "./look";
import type { Policy } from "./policy";
import { reason } from "./reason";

/**
 * Why a tenancy is flagged; empty when it is not (ladder: flagged). Grace is per charge. Once flagged (an open case) it stays so
 * until cured. A broken agreement flags as well, so that a broken word about a small debt never ends in silence.
 */
export function flaggedBy(facts: Facts, policy: Policy, look: Look = new Look(facts.day)): Reason[] {
  if (isCured(facts, policy)) return [];
  const found = criteria(facts, policy, look);
  if (found.length === 0) {
    const open = facts.cases.find((one) => one.closedOn === null);
    if (open) found.push(reason("still-flagged", { openedOn: open.openedOn, overdueCents: facts.position.overdue }));
  }
  return found;
}

function criteria(facts: Facts, policy: Policy, look: Look): Reason[] {
  const found: Reason[] = [];
  const months = monthsOf(counted(facts, policy, look), facts);
  if (months >= policy.flagMonthsInArrears)
    found.push(reason("months-in-arrears", { months: months / 100, limit: policy.flagMonthsInArrears / 100 }));
  const since = dueAbove(facts, policy.flagOldAmount);
  if (since !== null && look.come(addDays(since, policy.flagOldDays)))
    found.push(reason("old-amount", { since, limitCents: policy.flagOldAmount, days: policy.flagOldDays }));
  const short = shortfalls(facts, policy);
  // Which months are over changes with the month, also where no new rent is booked.
  look.come(firstDay(addMonths(monthOf(facts.day), 1)));
  const [first, last] = [short[0], short[short.length - 1]];
  if (first && last && short.every((one) => one.missing > policy.flagShortBy))
    found.push(reason("short-months", { from: first.month, to: last.month, months: policy.flagShortMonths }));
  const broken = brokenSince(facts, policy, look);
  if (broken) found.push(reason(`agreement-broken-${broken.because}`, { on: broken.on }));
  return found;
}

/** How much less than the rent of that month came in during each of the last months that are over, oldest first; cents. */
export function shortfalls(facts: Facts, policy: Policy): { readonly month: Month; readonly missing: bigint }[] {
  const current = monthOf(facts.day);
  return Array.from({ length: policy.flagShortMonths }, (_, at) => {
    const month = addMonths(current, at - policy.flagShortMonths);
    let missing = 0n;
    for (const rent of facts.rentCharged) if (monthOf(rent.dueOn) === month) missing += rent.amount;
    if (missing > 0n) for (const one of facts.receipts) if (monthOf(one.bookedOn) === month) missing -= one.amount;
    return { month, missing };
  });
}

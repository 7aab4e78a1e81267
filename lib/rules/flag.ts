import { addMonths, firstDay, lastDay } from "../kernel/day";
import { brokenSince } from "./agreement";
import type { Reason } from "./answer";
import { chargedFor, counted, monthsOf, olderThan, openRent, total } from "./charges";
import { isCured } from "./cure";
import type { Facts, OverdueCharge } from "./facts";
import { Look } from "./look";
import type { Policy } from "./policy";
import { reason } from "./reason";

/**
 * Why a tenancy is flagged; empty when it is not. Grace is per charge. Once flagged (an open case) it stays so until
 * cured. A broken agreement flags as well, so that a broken word about a small debt never ends in silence.
 */
export function flaggedBy(facts: Facts, policy: Policy, look: Look = new Look(facts.day)): Reason[] {
  if (isCured(facts, policy, look)) return [];
  const past = counted(facts, policy, look);
  const found = total(past) < policy.smallAmount ? [] : criteria(facts, policy, look, past);
  if (found.length === 0) {
    const open = facts.cases.find((one) => one.closedOn === null);
    if (open) found.push(reason("still-flagged", { openedOn: open.openedOn, overdueCents: facts.position.overdue }));
  }
  return found;
}

function criteria(facts: Facts, policy: Policy, look: Look, past: readonly OverdueCharge[]): Reason[] {
  const found: Reason[] = [];
  for (const [month, open] of openRent(past)) {
    const charged = chargedFor(month, facts);
    if (charged > 0n && open * 100n >= charged * BigInt(policy.flagMonthShare))
      found.push(
        reason("month-half-open", { month, openCents: open, chargedCents: charged, sharePercent: policy.flagMonthShare }),
      );
  }
  const months = monthsOf(past, facts);
  if (months >= policy.flagMonthsInArrears)
    found.push(reason("months-in-arrears", { months: months / 100, limit: policy.flagMonthsInArrears / 100 }));
  const old = past.filter((charge) => look.come(olderThan(charge.dueOn, policy.flagOldDays)));
  const oldOpen = total(old);
  if (oldOpen > policy.flagOldAmount)
    found.push(
      reason("old-amount", {
        openCents: oldOpen,
        limitCents: policy.flagOldAmount,
        days: policy.flagOldDays,
      }),
    );
  const short = shortMonths(facts, policy, look);
  if (short) found.push(short);
  const broken = brokenSince(facts, policy, look);
  if (broken) found.push(reason(`agreement-broken-${broken.because}`, { on: broken.on }));
  return found;
}

/** The last months that are over each ended with part of their rent unpaid. */
function shortMonths(facts: Facts, policy: Policy, look: Look): Reason | null {
  const over = facts.rentMonths
    .filter((one) => look.come(firstDay(addMonths(one.month, 1))))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-policy.flagShortMonths);
  const first = over[0];
  const last = over[over.length - 1];
  if (!first || !last || over.length < policy.flagShortMonths) return null;
  if (last.month !== addMonths(first.month, policy.flagShortMonths - 1)) return null;
  const short = over.every((one) => one.coveredOn === null || one.coveredOn > lastDay(one.month));
  return short ? reason("short-months", { from: first.month, to: last.month, months: policy.flagShortMonths }) : null;
}

import { arrangementState } from "./agreement";
import type { Facts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/**
 * Is nothing of weight overdue any more? Money is laid on the oldest rent first, so rent paid on the first of the
 * month covers an older month and makes nothing overdue for one day. An open case is therefore not cured on a day on
 * which a charge falls due that is still open, nor, while an arrangement runs, as long as any booked charge is open:
 * otherwise paying the running rent on time would end the very arrangement it keeps.
 */
export function isCured(facts: Facts, policy: Policy, look: Look): boolean {
  if (facts.position.overdue >= policy.smallAmount) return false;
  if (!facts.cases.some((one) => one.closedOn === null)) return true;
  if (dueToday(facts, look)) return false;
  const running = facts.arrangements
    .map((one) => arrangementState(one, facts, policy, look))
    .some((state) => state !== "completed" && state !== "ended");
  return !running || facts.position.open < policy.smallAmount;
}

/** A charge falls due today and is not covered yet. */
export function dueToday(facts: Facts, look: Look): boolean {
  const next = facts.position.nextDueOn ?? null;
  return next !== null && look.come(next) && next === facts.day;
}

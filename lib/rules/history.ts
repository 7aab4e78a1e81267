import { type Day, latest } from "../kernel/day";
import { chargedFor, graceOver, sumOfMonths } from "./charges";
import type { Facts, OpenSpan } from "./facts";
import type { Policy } from "./policy";

/** Was this open at the end of the day? */
const stoodOn = (span: OpenSpan, day: Day): boolean => span.from <= day && (span.until === null || span.until > day);

/** Everything due and open at the end of a day, in cents. */
function dueOn(facts: Facts, day: Day): bigint {
  let sum = 0n;
  for (const span of facts.spans) if (stoodOn(span, day)) sum += span.open;
  return sum;
}

/** Months in arrears past grace at the end of a day, in hundredths. */
export const pastGraceOn = (facts: Facts, day: Day, policy: Policy): number =>
  monthsOn(facts, (span) => stoodOn(span, day) && graceOver(span.openSince, facts, policy) <= day);

/** Months in arrears over all rent that is due and open on a day, in its grace or not, in hundredths. */
export const dueMonthsOn = (facts: Facts, day: Day): number => monthsOn(facts, (span) => stoodOn(span, day));

function monthsOn(facts: Facts, counts: (span: OpenSpan) => boolean): number {
  const open = new Map<OpenSpan["month"], bigint>();
  for (const span of facts.spans)
    if (span.monthlyRent && counts(span)) open.set(span.month, (open.get(span.month) ?? 0n) + span.open);
  return open.size === 0 ? 0 : sumOfMonths(open, (month) => chargedFor(month, facts));
}

/** Days up to today on which months in arrears may have changed, past grace or not, oldest first. */
export function daysOfChange(facts: Facts, policy: Policy, from: Day): Day[] {
  const days = new Set<Day>([from]);
  for (const span of facts.spans) {
    if (!span.monthlyRent) continue;
    const grace = latest(span.from, graceOver(span.openSince, facts, policy));
    for (const on of [span.from, span.until, grace]) if (on !== null && on >= from && on <= facts.day) days.add(on);
  }
  return [...days].sort();
}

/**
 * Since when more than this has been due and open at the end of every day; null when it is not now.
 * @param limit cents
 */
export function dueAbove(facts: Facts, limit: bigint): Day | null {
  if (dueOn(facts, facts.day) <= limit) return null;
  const days = new Set<Day>();
  for (const span of facts.spans) {
    days.add(span.from);
    if (span.until !== null) days.add(span.until);
  }
  let since: Day | null = null;
  for (const day of [...days].sort().reverse()) {
    if (day > facts.day) continue;
    if (dueOn(facts, day) <= limit) break;
    since = day;
  }
  return since;
}

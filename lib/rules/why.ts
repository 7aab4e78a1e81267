import { type ClosedDays, workingDaysAfter } from "../kernel/calendar";
import { type Day, earliest } from "../kernel/day";
import type { Reason } from "./answer";
import { oldest, total } from "./charges";
import type { Context } from "./context";
import type { Facts, OverdueCharge } from "./facts";
import { contractTenants, livingTenants } from "./people";
import { reason } from "./reason";

/** What a person reads first: what is open since when, and what started this round. */
export function why(facts: Facts, context: Context): Reason[] {
  const rent = context.acting.filter((one) => one.monthlyRent);
  const other = context.acting.filter((one) => !one.monthlyRent);
  const found: Reason[] = [...returned(rent), ...rentLate(rent, context)];
  const oldestOther = oldest(other);
  if (oldestOther) {
    const values = { openCents: total(other), charges: other.length, dueOn: oldestOther.dueOn, since: sinceOf(other) };
    found.push(reason(rent.length > 0 ? "other-beside" : "charge-late", values));
  }
  const round = context.round;
  if (round && round.because !== "flagged") found.push(reason(`round-${round.because}`, { on: round.startedOn }));
  if (context.restUntil !== null) found.push(reason("resting", { until: context.restUntil }));
  return found;
}

/** Months are months of rent: settlements and costs are told beside them. Late since when it is open, not since it fell due. */
function rentLate(rent: readonly OverdueCharge[], context: Context): Reason[] {
  const first = oldest(rent);
  if (!first) return [];
  const values = { openCents: total(rent), month: first.month, dueOn: first.dueOn, since: sinceOf(rent) };
  const months = context.months / 100;
  return [
    rent.some((one) => one.month !== first.month)
      ? reason("several-months-late", { ...values, months })
      : reason("rent-late", values),
  ];
}

/** A collection that came back is said first, and why: whoever calls knows what to ask. */
function returned(rent: readonly OverdueCharge[]): Reason[] {
  const back = rent
    .filter((one) => one.reopenedOn !== null)
    .sort((a, b) => ((a.reopenedOn ?? "") < (b.reopenedOn ?? "") ? -1 : 1))
    .at(-1);
  if (!back || back.reopenedOn === null || back.reopenedWhy === "desk") return [];
  return [reason("debit-returned", { month: back.month, on: back.reopenedOn, why: back.reopenedWhy ?? "unknown" })];
}

const sinceOf = (charges: readonly OverdueCharge[]): Day => charges.map((one) => one.openSince).reduce(earliest);

/** What to know before speaking with these people: modifiers, never steps. */
export function toKnow(facts: Facts, context: Context, atTheDoor: boolean): Reason[] {
  const found: Reason[] = [];
  const { people, inPlace } = context.addressees;
  if (inPlace !== null) found.push(reason(`via-${inPlace}`));
  else if (livingTenants(facts, context.look).length < contractTenants(facts).length) found.push(reason("other-tenant-died"));
  if (atTheDoor && people.some((one) => one.safetyNote)) found.push(reason("visit-by-two"));
  const wish = people.find((one) => one.prefers !== null)?.prefers;
  if (wish) found.push(reason(`prefers-${wish}`));
  return found;
}

/**
 * The same reason, with how many working days late it is on the day somebody reads it. The stored answer counts no
 * days, so that it stays the same until something really changes.
 */
export function told(one: Reason, today: Day, closed: ClosedDays): Reason {
  const since = one.values.since;
  if (typeof since !== "string" || one.values.openCents === undefined) return one;
  return { code: `${one.code}-days`, values: { ...one.values, workingDays: workingDaysAfter(since as Day, today, closed) } };
}

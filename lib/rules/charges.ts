import { addWorkingDays, type ClosedDays } from "../kernel/calendar";
import { type Day, firstDay, type Month, monthOf } from "../kernel/day";
import type { Cents } from "../kernel/money";
import type { Facts, HoldFacts, OverdueCharge } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

const graceEnds = new WeakMap<ClosedDays, Map<number, Map<Day, Day>>>();

/** The first day on which something counts: more than the grace in working days after it is open (semantics: open since). */
export function graceOver(since: Day, facts: Facts, policy: Policy): Day {
  const grace = policy.graceWorkingDays;
  let byGrace = graceEnds.get(facts.closedDays);
  if (!byGrace) graceEnds.set(facts.closedDays, (byGrace = new Map()));
  let known = byGrace.get(grace);
  if (!known) byGrace.set(grace, (known = new Map()));
  let end = known.get(since);
  if (!end) known.set(since, (end = addWorkingDays(since, grace + 1, facts.closedDays)));
  return end;
}

/** The overdue charges past their grace: only these count in the ladder. */
export function counted(facts: Facts, policy: Policy, look: Look): readonly OverdueCharge[] {
  return facts.overdue.filter((charge) => look.come(graceOver(charge.openSince, facts, policy)));
}

/** What is open of these charges together, in cents. */
export const total = (charges: readonly OverdueCharge[]): Cents => {
  let open = 0n;
  for (const charge of charges) open += charge.open;
  return open as Cents;
};

/** A hold that runs today; it ends on its last day, and a missed review day does not end it. */
export const runs = (hold: HoldFacts, look: Look): boolean =>
  look.come(hold.from) && (hold.endedOn === null || !look.come(hold.endedOn));

/**
 * The ids of the overdue charges that wait because of a hold; a hold of the whole account covers every one. Money that names nothing
 * is laid on the oldest rent, so rent paid on time during a hold covers the held month and leaves a newer one open: as much as was
 * covered so stays on hold.
 */
export function heldCharges(facts: Facts, look: Look): ReadonlySet<string> {
  const held = new Set<string>();
  const running = facts.holds.filter((hold) => runs(hold, look));
  for (const hold of running) {
    if (hold.whole === true) for (const charge of facts.overdue) held.add(charge.id);
    else for (const id of hold.charges) held.add(id);
  }
  const open = new Set(facts.overdue.map((charge) => charge.id));
  for (const hold of running) {
    if (hold.charges.every((id) => open.has(id))) continue;
    let moved = coveredSince(hold, facts);
    for (const charge of [...facts.overdue].sort(byAge)) {
      if (held.has(charge.id) || charge.dueOn < hold.from || charge.open > moved) continue;
      held.add(charge.id);
      moved -= charge.open;
    }
  }
  return held;
}

/** Rent of before the hold that was covered after it began. */
function coveredSince(hold: HoldFacts, facts: Facts): bigint {
  let covered = 0n;
  for (const month of facts.rentMonths)
    if (firstDay(month.month) < hold.from && month.coveredOn !== null && month.coveredOn >= hold.from) covered += month.charged;
  return covered;
}

/** Is everything that is overdue on hold? */
export const allHeld = (facts: Facts, held: ReadonlySet<string>): boolean =>
  facts.overdue.length > 0 && facts.overdue.every((charge) => held.has(charge.id));

const byAge = (a: OverdueCharge, b: OverdueCharge) =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The monthly rent charged for a month: what was charged when known, else the rent in force, else what is overdue. */
export function chargedFor(month: Month, facts: Facts): Cents {
  for (const known of facts.rentMonths) if (known.month === month && known.charged > 0n) return known.charged;
  let charged = 0n;
  for (const rent of facts.rentCharged) if (monthOf(rent.dueOn) === month) charged += rent.amount;
  if (charged > 0n) return charged as Cents;
  if (facts.tenancy.monthlyRent !== null && facts.tenancy.monthlyRent > 0n) return facts.tenancy.monthlyRent;
  for (const charge of facts.overdue) if (charge.monthlyRent && charge.month === month) charged += charge.amount;
  return charged as Cents;
}

/** Months in arrears of these charges, in hundredths: each month measured by its own rent. */
export function monthsOf(charges: readonly OverdueCharge[], facts: Facts): number {
  const open = new Map<Month, bigint>();
  for (const charge of charges) if (charge.monthlyRent) open.set(charge.month, (open.get(charge.month) ?? 0n) + charge.open);
  return sumOfMonths(open, (month) => chargedFor(month, facts));
}

/** Parts of months added up, in hundredths, half up; exact until it is rounded. */
export function sumOfMonths(open: ReadonlyMap<Month, bigint>, charged: (month: Month) => bigint): number {
  let above = 0n;
  let below = 1n;
  for (const [month, part] of open) {
    const whole = charged(month);
    if (whole <= 0n) continue;
    above = above * whole + part * below;
    below *= whole;
  }
  return Number((200n * above + below) / (2n * below));
}

/** The oldest of these charges, or null. */
export function oldest(charges: readonly OverdueCharge[]): OverdueCharge | null {
  let found: OverdueCharge | null = null;
  for (const charge of charges) if (found === null || byAge(charge, found) < 0) found = charge;
  return found;
}

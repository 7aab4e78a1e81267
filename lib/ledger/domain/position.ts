import { addDays, type Day, daysBetween, earliest, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, subtract, ZERO } from "../../kernel/money";
import type { OpenSpan, OverdueCharge, Position } from "../../rules/facts";
import type { Allocation, LaidCharge } from "./allocation";
import { type Charge, isMonthlyRent } from "./entry";
import { SMALL_AMOUNT } from "./impute";

interface Open {
  readonly charge: Charge;
  readonly open: Cents;
}

/** Sums up what lies open: totals, age and months (semantics: shown). */
export function positionOf(
  charges: readonly LaidCharge[],
  { credit, debtSince, rentDebtSince }: Pick<Position, "credit" | "debtSince" | "rentDebtSince">,
  day: Day,
): Position {
  const overdue = charges.filter((laid) => laid.open > 0n && laid.charge.dueOn < day);
  const aged = (from: number, to: number): Cents =>
    total(overdue.filter(({ charge }) => between(daysBetween(charge.dueOn, day), from, to)));
  const open = total(charges);
  const overdueTotal = total(overdue);
  return {
    open,
    overdue: overdueTotal,
    notDueOpen: subtract(open, overdueTotal),
    credit,
    oldestOverdueDue: overdue.map(({ charge }) => charge.dueOn).reduce<Day | null>(first, null),
    openSince: overdue.map(({ openSince }) => openSince).reduce<Day | null>(first, null),
    debtSince,
    rentDebtSince,
    otherOverdue: total(overdue.filter(({ charge }) => !isMonthlyRent(charge))),
    overdueCharges: overdue.length,
    monthsBehind: monthsOpen(overdue),
    b1_30: aged(1, 30),
    b31_60: aged(31, 60),
    b61_90: aged(61, 90),
    b91: aged(91, Number.POSITIVE_INFINITY),
    monthsInArrears: monthsInArrears(charges, new ByMonth(charges), addDays(day, -1)),
  };
}

const total = (part: readonly Open[]): Cents => part.reduce((sum, laid) => add(sum, laid.open), ZERO);
const between = (value: number, from: number, to: number) => value >= from && value <= to;
const first = (found: Day | null, day: Day): Day => (found === null ? day : earliest(found, day));

/** Charges by the month in which they fall due; most are never asked for. */
class ByMonth {
  constructor(private readonly charges: readonly LaidCharge[]) {}

  ofMonth(month: Month): readonly LaidCharge[] {
    return this.charges.filter(({ charge }) => monthOf(charge.dueOn) === month);
  }
}

/** Calendar months with more than the small amount of monthly rent overdue. */
function monthsOpen(overdue: readonly LaidCharge[]): number {
  const months = new Map<Month, bigint>();
  for (const { charge, open } of overdue)
    if (isMonthlyRent(charge)) months.set(monthOf(charge.dueOn), (months.get(monthOf(charge.dueOn)) ?? 0n) + open);
  return [...months.values()].filter((open) => open > SMALL_AMOUNT).length;
}

/** A charge with what lies on it: what a credit note took off again lies there as money of that credit note. */
interface Measured extends Open {
  readonly lies: readonly {
    readonly receipt: { readonly entry: { readonly kind: string } | null };
    readonly named: boolean;
    readonly amount: Cents;
  }[];
}

/** What a charge came to, less the credit notes that name it, in cents. */
export function chargedNet({ charge, lies }: Pick<Measured, "charge" | "lies">): bigint {
  let left: bigint = charge.amount;
  for (const lay of lies) if (lay.named && lay.receipt.entry?.kind === "credit") left -= lay.amount;
  return left;
}

/**
 * Monthly rent open, month by month measured by that month's own rent (less credit notes that name its charges); in
 * hundredths, half up, exact until the last step.
 * @param open charges of which something may be open
 * @param booked every charge, by its month
 * @param by the last day on which a charge that counts fell due
 */
export function monthsInArrears(
  open: Iterable<Measured>,
  booked: { ofMonth(month: Month): readonly Measured[] },
  by: Day,
): number {
  const months = new Map<Month, bigint>();
  for (const one of open) {
    if (one.open === 0n || one.charge.dueOn > by || !isMonthlyRent(one.charge)) continue;
    const month = monthOf(one.charge.dueOn);
    months.set(month, (months.get(month) ?? 0n) + one.open);
  }
  let above = 0n;
  let below = 1n;
  for (const [month, sum] of months) {
    let charged = 0n;
    for (const one of booked.ofMonth(month)) if (isMonthlyRent(one.charge)) charged += chargedNet(one);
    if (charged <= 0n) continue;
    above = above * charged + sum * below;
    below *= charged;
  }
  return Number((200n * above + below) / (2n * below));
}

/** What was due and open of each charge at the end of the days since `from`, oldest charge first. */
export function spansOf({ charges }: Pick<Allocation, "charges">, from: Day): OpenSpan[] {
  const found: OpenSpan[] = [];
  for (const { charge, steps } of charges)
    for (const [at, step] of steps.entries()) {
      const until = steps[at + 1]?.on ?? null;
      if (step.open === 0n || (until !== null && until <= from)) continue;
      found.push({
        chargeId: charge.id,
        dueOn: charge.dueOn,
        month: monthOf(charge.dueOn),
        monthlyRent: isMonthlyRent(charge),
        open: step.open,
        openSince: step.openSince,
        from: step.on,
        until,
      });
    }
  return found;
}

/** Open parts of overdue charges, oldest first. */
export function overdueCharges(charges: readonly LaidCharge[], day: Day): OverdueCharge[] {
  return charges
    .filter((laid) => laid.open > 0n && laid.charge.dueOn < day)
    .sort((a, b) => (a.charge.dueOn < b.charge.dueOn ? -1 : a.charge.dueOn > b.charge.dueOn ? 1 : 0))
    .map(({ charge, open, openSince, reopenedOn, reopenedBy }) => ({
      id: charge.id,
      dueOn: charge.dueOn,
      openSince,
      reopenedOn,
      // What a colleague took off again is no collection that came back.
      reopenedWhy: reopenedBy === null ? null : reopenedBy.source === "desk" ? "desk" : (reopenedBy.returnReason ?? "unknown"),
      month: monthOf(charge.dueOn),
      monthlyRent: isMonthlyRent(charge),
      amount: charge.amount,
      open,
    }));
}

import { type Day, daysBetween, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, subtract, ZERO } from "../../kernel/money";
import type { OverdueCharge, Position } from "../../rules/facts";
import type { LaidCharge } from "./allocate";
import { isMonthlyRent } from "./entry";

/** Sums up what lies open: totals, age and months (semantics: allocation). */
export function positionOf(charges: readonly LaidCharge[], credit: Cents, day: Day): Position {
  const overdue = charges.filter((laid) => laid.open > 0n && laid.charge.dueOn < day);
  const total = (part: readonly LaidCharge[]): Cents => part.reduce((sum, laid) => add(sum, laid.open), ZERO);
  const aged = (from: number, to: number): Cents =>
    total(overdue.filter(({ charge }) => between(daysBetween(charge.dueOn, day), from, to)));
  const open = total(charges);
  const overdueTotal = total(overdue);
  return {
    open,
    overdue: overdueTotal,
    notDueOpen: subtract(open, overdueTotal),
    credit,
    oldestOverdueDue: overdue.reduce<Day | null>(
      (oldest, { charge }) => (oldest === null || charge.dueOn < oldest ? charge.dueOn : oldest),
      null,
    ),
    overdueCharges: overdue.length,
    monthsBehind: new Set(overdue.map(({ charge }) => monthOf(charge.dueOn))).size,
    b1_30: aged(1, 30),
    b31_60: aged(31, 60),
    b61_90: aged(61, 90),
    b91: aged(91, Number.POSITIVE_INFINITY),
    monthsInArrears: monthsInArrears(charges, day),
  };
}

const between = (value: number, from: number, to: number) => value >= from && value <= to;

/** Overdue rent measured month by month by that month's own rent; in hundredths, half up, exact until the last step. */
function monthsInArrears(charges: readonly LaidCharge[], day: Day): number {
  const months = new Map<Month, { charged: bigint; overdue: bigint }>();
  for (const { charge, open } of charges) {
    if (!isMonthlyRent(charge)) continue;
    const month = monthOf(charge.dueOn);
    const sums = months.get(month) ?? { charged: 0n, overdue: 0n };
    sums.charged += charge.amount;
    if (charge.dueOn < day) sums.overdue += open;
    months.set(month, sums);
  }
  let above = 0n;
  let below = 1n;
  for (const { charged, overdue } of months.values()) {
    if (overdue === 0n) continue;
    above = above * charged + overdue * below;
    below *= charged;
  }
  return Number((200n * above + below) / (2n * below));
}

/** Open parts of overdue charges, oldest first. */
export function overdueCharges(charges: readonly LaidCharge[], day: Day): OverdueCharge[] {
  return charges
    .filter((laid) => laid.open > 0n && laid.charge.dueOn < day)
    .sort((a, b) => (a.charge.dueOn < b.charge.dueOn ? -1 : a.charge.dueOn > b.charge.dueOn ? 1 : 0))
    .map(({ charge, open }) => ({
      id: charge.id,
      dueOn: charge.dueOn,
      month: monthOf(charge.dueOn),
      monthlyRent: isMonthlyRent(charge),
      amount: charge.amount,
      open,
    }));
}

import type { Day } from "../../kernel/day";
import { add, type Cents, least, subtract, ZERO } from "../../kernel/money";
import type { Position } from "../../rules/facts";
import { type AccountFacts, type Charge, compareCharges, type Entry } from "./entry";
import { impute } from "./impute";
import type { ChargeStep, HeldReceipt, Lay, OpenCharge, Taken } from "./lay";
import { monthsInArrears, positionOf } from "./position";

/** A charge with what lies on it at the end of the day. */
export interface LaidCharge {
  readonly charge: Charge;
  /** Uncovered, after free money is shown on what is not due yet. */
  readonly open: Cents;
  /** The later of its due day and its booking day, or the day on which money was taken back from it. */
  readonly openSince: Day;
  /** Money was last taken back from it on this day; null when never. */
  readonly reopenedOn: Day | null;
  readonly reopenedBy: Entry | null;
  readonly lies: readonly Lay[];
  readonly steps: readonly ChargeStep[];
}

/** Where the receipts of one rent account lie on a day. */
export interface Allocation {
  readonly day: Day;
  /** All charges booked by the day: monthly rent before other, oldest first. */
  readonly charges: readonly LaidCharge[];
  /** All receipts booked by the day, with what is free, held and laid of each. */
  readonly receipts: readonly HeldReceipt[];
  /** What reversals opened again, oldest first. */
  readonly taken: readonly Taken[];
  readonly position: Position;
}

/** Where the money of one account lies at the end of a day (semantics: imputation in time). */
export function allocate(account: AccountFacts, day: Day): Allocation {
  const { charges, receipts, taken, debtSince, rentDebtSince } = impute(account, day, monthsInArrears);
  let free = ZERO;
  let held = ZERO;
  for (const one of receipts) {
    free = add(free, one.free);
    held = add(held, one.held);
  }
  const shown = shownOn(charges, free, day);
  const laid = [...charges]
    .sort((a, b) => compareCharges(a.charge, b.charge))
    .map((one) => ({ ...one, open: subtract(one.open, shown.get(one) ?? ZERO) }));
  const spent = [...shown.values()].reduce(add, ZERO);
  const credit = add(subtract(free, spent), held);
  return { day, charges: laid, receipts, taken, position: positionOf(laid, { credit, debtSince, rentDebtSince }, day) };
}

/** Free money is shown on booked charges that are not due yet, by due day, rent before other; it does not bind them. */
function shownOn(charges: readonly OpenCharge[], free: Cents, day: Day): ReadonlyMap<OpenCharge, Cents> {
  const shown = new Map<OpenCharge, Cents>();
  if (free <= 0n) return shown;
  const coming = charges.filter(({ charge, open }) => open > 0n && charge.dueOn > day);
  coming.sort((a, b) =>
    a.charge.dueOn < b.charge.dueOn ? -1 : a.charge.dueOn > b.charge.dueOn ? 1 : compareCharges(a.charge, b.charge),
  );
  let left = free;
  for (const one of coming) {
    const amount = least(left, one.open);
    if (amount > 0n) shown.set(one, amount);
    left = subtract(left, amount);
  }
  return shown;
}

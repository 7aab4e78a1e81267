import type { Day } from "../../kernel/day";
import { add, type Cents, least, subtract, ZERO } from "../../kernel/money";
import type { Allocation } from "./allocation";
import { type AccountFacts, compareCharges } from "./entry";
import { impute } from "./impute";
import type { OpenCharge } from "./lay";
import { monthsInArrears, positionOf } from "./position";

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

import { addDays, type Day, latest, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, cents, ZERO } from "../../kernel/money";
import type { RentMonth } from "../../rules/facts";
import type { Allocation } from "./allocation";
import { isMonthlyRent } from "./entry";
import type { HeldReceipt, Lay } from "./lay";
import { chargedNet } from "./position";

/** How far back the ladder looks at receipts and rent, when nothing older is still open or agreed. */
const DAYS_BACK = 400;
const startOf = (day: Day, since: Day | null): Day => {
  const usual = addDays(day, -DAYS_BACK);
  return since !== null && since < usual ? since : usual;
};
const MONTHS_BACK = 7;

/**
 * Money that came in per booking day, oldest first. A payment taken back later counts for what is left of it,
 * on its own day: a bounced debit is as if it never came.
 */
export function receiptsPerDay(allocation: Allocation, since: Day | null = null): { bookedOn: Day; amount: Cents }[] {
  const from = startOf(allocation.day, since);
  const perDay = new Map<Day, Cents>();
  for (const receipt of allocation.receipts) {
    if (receipt.entry?.kind !== "payment" || receipt.bookedOn < from) continue;
    const left = leftOf(receipt);
    if (left > 0n) perDay.set(receipt.bookedOn, add(perDay.get(receipt.bookedOn) ?? ZERO, left));
  }
  return inOrder(perDay).map(([bookedOn, amount]) => ({ bookedOn, amount }));
}

/** What a receipt still brings after what was taken back of it. */
export const leftOf = ({ free, held, lies }: HeldReceipt): Cents =>
  lies.reduce((sum, lay) => add(sum, lay.amount), add(free, held));

/** Monthly rent charged and due by the day, per due day, oldest first; less what credit notes took off again. */
export function rentCharged({ charges, day }: Allocation, since: Day | null = null): { dueOn: Day; amount: Cents }[] {
  const from = startOf(day, since);
  const perDay = new Map<Day, Cents>();
  for (const one of charges) {
    const { dueOn } = one.charge;
    if (!isMonthlyRent(one.charge) || dueOn > day || dueOn < from) continue;
    perDay.set(dueOn, add(perDay.get(dueOn) ?? ZERO, cents(chargedNet(one))));
  }
  return inOrder(perDay).map(([dueOn, amount]) => ({ dueOn, amount }));
}

/**
 * The last `back` months with rent due by the day, and every one from `since` on: charged for the whole month, also what
 * falls due later in it; open of what was due; and the booking day of the receipt that completed each.
 */
export function rentMonths(allocation: Allocation, back = MONTHS_BACK, since: Day | null = null): RentMonth[] {
  const months = new Map<Month, { charged: Cents; open: Cents; coveredOn: Day }>();
  const later = new Map<Month, Cents>();
  for (const { charge, open, lies } of allocation.charges) {
    if (!isMonthlyRent(charge)) continue;
    const month = monthOf(charge.dueOn);
    const amount = cents(chargedNet({ charge, lies }));
    if (charge.dueOn > allocation.day) {
      later.set(month, add(later.get(month) ?? ZERO, amount));
      continue;
    }
    const on = completedOn(lies) ?? charge.dueOn;
    const sums = months.get(month);
    if (sums) {
      sums.charged = add(sums.charged, amount);
      sums.open = add(sums.open, open);
      sums.coveredOn = latest(sums.coveredOn, on);
    } else months.set(month, { charged: amount, open, coveredOn: on });
  }
  const all = inOrder(months);
  const first = all.at(-back)?.[0];
  return all
    .filter(([month]) => first === undefined || month >= first || (since !== null && month >= monthOf(since)))
    .map(([month, { charged, open, coveredOn: on }]) => {
      return { month, charged: add(charged, later.get(month) ?? ZERO), open, coveredOn: open > 0n ? null : on };
    });
}

/** The booking day of the receipt that completed a charge. */
function completedOn(lies: readonly Lay[]): Day | null {
  let on: Day | null = null;
  for (const { receipt, amount } of lies) if (amount > 0n && (on === null || receipt.bookedOn > on)) on = receipt.bookedOn;
  return on;
}

const inOrder = <Key extends string, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

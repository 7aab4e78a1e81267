import { addDays, type Day, latest, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, subtract, ZERO } from "../../kernel/money";
import type { RentMonth } from "../../rules/facts";
import type { Allocation } from "./allocate";
import { type Entry, isCharge, isMonthlyRent } from "./entry";

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
export function receiptsPerDay(
  entries: readonly Entry[],
  allocation: Allocation,
  since: Day | null = null,
): { bookedOn: Day; amount: Cents }[] {
  const from = startOf(allocation.day, since);
  const perDay = new Map<Day, Cents>();
  for (const entry of entries) {
    if (entry.kind !== "payment" || entry.bookedOn > allocation.day || entry.bookedOn < from) continue;
    const left = allocation.net.get(entry.id) ?? ZERO;
    if (left > 0n) perDay.set(entry.bookedOn, add(perDay.get(entry.bookedOn) ?? ZERO, left));
  }
  return inOrder(perDay).map(([bookedOn, amount]) => ({ bookedOn, amount }));
}

/** Monthly rent charged and due by the day, per due day, oldest first. */
export function rentCharged(entries: readonly Entry[], day: Day, since: Day | null = null): { dueOn: Day; amount: Cents }[] {
  const from = startOf(day, since);
  const perDay = new Map<Day, Cents>();
  for (const entry of entries) {
    if (!isCharge(entry) || !isMonthlyRent(entry) || entry.bookedOn > day || entry.dueOn > day || entry.dueOn < from) continue;
    perDay.set(entry.dueOn, add(perDay.get(entry.dueOn) ?? ZERO, entry.amount));
  }
  return inOrder(perDay).map(([dueOn, amount]) => ({ dueOn, amount }));
}

/**
 * The last `back` months with rent due by the day, and every one from `since` on: charged for the whole month, also what
 * falls due later in it; open of what was due; and the booking day of the receipt that completed each.
 */
export function rentMonths(
  entries: readonly Entry[],
  allocation: Allocation,
  back = MONTHS_BACK,
  since: Day | null = null,
): RentMonth[] {
  const covered = coveredOn(entries, allocation);
  const months = new Map<Month, { charged: Cents; open: Cents; coveredOn: Day }>();
  const later = new Map<Month, Cents>();
  for (const { charge, open } of allocation.charges) {
    if (!isMonthlyRent(charge)) continue;
    const month = monthOf(charge.dueOn);
    if (charge.dueOn > allocation.day) {
      later.set(month, add(later.get(month) ?? ZERO, charge.amount));
      continue;
    }
    const on = covered.get(charge.id) ?? charge.dueOn;
    const sums = months.get(month);
    if (sums) {
      sums.charged = add(sums.charged, charge.amount);
      sums.open = add(sums.open, open);
      sums.coveredOn = latest(sums.coveredOn, on);
    } else months.set(month, { charged: charge.amount, open, coveredOn: on });
  }
  const all = inOrder(months);
  const first = all.at(-back)?.[0];
  return all
    .filter(([month]) => first === undefined || month >= first || (since !== null && month >= monthOf(since)))
    .map(([month, { charged, open, coveredOn: on }]) => {
      return { month, charged: add(charged, later.get(month) ?? ZERO), open, coveredOn: open > 0n ? null : on };
    });
}

/** For each fully covered charge the booking day of the receipt that completed it. */
function coveredOn(entries: readonly Entry[], allocation: Allocation): Map<string, Day> {
  const { byName, rest } = leftAfterNamed(entries, allocation);
  const receipts: { on: Day; amount: Cents }[] = [];
  for (const { id, bookedOn: on } of entries) {
    const amount = rest.get(id);
    if (amount !== undefined && amount > 0n) receipts.push({ on, amount });
  }
  receipts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const result = new Map<string, Day>();
  let needed = subtract(ZERO, allocation.opening);
  let brought = ZERO;
  let next = 0;
  for (const { charge, named, open } of allocation.charges) {
    needed = add(needed, subtract(charge.amount, named));
    while (brought < needed && next < receipts.length) brought = add(brought, receipts[next++]?.amount ?? ZERO);
    if (open > 0n) continue;
    const byWord = named > 0n ? byName.get(charge.id) : undefined;
    const byRest = named < charge.amount ? receipts[next - 1]?.on : undefined;
    const on = byWord && byRest ? latest(byWord, byRest) : (byWord ?? byRest);
    if (on) result.set(charge.id, on);
  }
  return result;
}

/** What each receipt still brings after what its payer named, and for each charge named the last day on which that came. */
function leftAfterNamed(entries: readonly Entry[], { designated, net }: Allocation) {
  const byName = new Map<string, Day>();
  if (designated.length === 0) return { byName, rest: net };
  const bookedOn = new Map(entries.map((entry) => [entry.id, entry.bookedOn]));
  const rest = new Map(net);
  for (const d of designated) {
    if (d.amount <= 0n) continue;
    rest.set(d.paymentId, subtract(rest.get(d.paymentId) ?? ZERO, d.amount));
    const on = bookedOn.get(d.paymentId);
    if (on) byName.set(d.chargeId, latest(byName.get(d.chargeId) ?? on, on));
  }
  return { byName, rest };
}

const inOrder = <Key extends string, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

import { addWorkingDays, workingDaysAfter } from "../../kernel/calendar";
import { addMonths, type Day, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, subtract, ZERO } from "../../kernel/money";
import type { Allocation } from "../../ledger/domain/allocate";
import { type Entry, isMonthlyRent } from "../../ledger/domain/entry";
import type { RentMonth } from "../../rules/facts";
import type { LedgerLine, MonthView, OpenCharge } from "./view";

const MONTHS_SHOWN = 12;
/** From then on a month counts as paid late on the rent card; the same grace as in the ladder. */
const LATE_AFTER_WORKING_DAYS = 5;

/** The twelve months up to and including that of `day`; a month without rent is left out. */
export function rentCard(months: readonly RentMonth[], allocation: Allocation): MonthView[] {
  const first = addMonths(monthOf(allocation.day), 1 - MONTHS_SHOWN);
  const dueOn = new Map<Month, Day>();
  for (const { charge } of allocation.charges) {
    const month = monthOf(charge.dueOn);
    if (isMonthlyRent(charge) && (dueOn.get(month) ?? charge.dueOn) >= charge.dueOn) dueOn.set(month, charge.dueOn);
  }
  return months
    .filter(({ month }) => month >= first)
    .map((month) => {
      const due = dueOn.get(month.month);
      const late =
        due !== undefined && month.coveredOn !== null && month.coveredOn > addWorkingDays(due, LATE_AFTER_WORKING_DAYS);
      return { ...month, late, notDue: due !== undefined && due >= allocation.day };
    });
}

/** What lies open and was due before today, oldest first: what a hold can cover. */
export const openCharges = (allocation: Allocation): OpenCharge[] =>
  allocation.charges
    .filter(({ charge, open }) => open > 0n && charge.dueOn < allocation.day)
    .map(({ charge, open }) => ({
      id: charge.id,
      dueOn: charge.dueOn,
      category: charge.category ?? "other",
      monthlyRent: isMonthlyRent(charge),
      open,
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** Working days since the oldest overdue charge was due; 0 when nothing is. */
export const lateBy = (allocation: Allocation): number => {
  const oldest = allocation.position.oldestOverdueDue;
  return oldest ? workingDaysAfter(oldest, allocation.day) : 0;
};

const signed = (entry: Entry): Cents =>
  entry.kind === "charge" || entry.kind === "reversal" ? entry.amount : subtract(ZERO, entry.amount);

/** The account as it reads: every line with the balance after it, newest first; lines before `from` are summed in the balance. */
export function ledgerLines(
  entries: readonly (Entry & { description: string | null; returnReason?: string | null })[],
  from: Day,
): LedgerLine[] {
  let balance = ZERO;
  return [...entries]
    .sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : Number(a.id) - Number(b.id)))
    .map((entry) => {
      balance = add(balance, signed(entry));
      const { id, kind, category, description, returnReason = null, amount, dueOn, bookedOn } = entry;
      return { id, day: bookedOn, dueOn, kind, category, description, returnReason, amount, balance };
    })
    .filter((line) => line.day >= from)
    .reverse();
}

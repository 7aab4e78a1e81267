import { addWorkingDays, workingDaysAfter } from "../../kernel/calendar";
import { addMonths, type Day, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, subtract, ZERO } from "../../kernel/money";
import type { Allocation } from "../../ledger/domain/allocation";
import { type Charge, type Entry, isMonthlyRent } from "../../ledger/domain/entry";
import type { Lay } from "../../ledger/domain/lay";
import type { RentMonth } from "../../rules/facts";
import type { LedgerLine, MonthView, OpenCharge } from "./view";

const MONTHS_SHOWN = 12;

/**
 * The twelve months up to and including that of `day`; a month without rent is left out.
 * @param grace after so many working days a month counts as paid late; the same grace as in the ladder
 */
export function rentCard(months: readonly RentMonth[], allocation: Allocation, grace: number): MonthView[] {
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
      const late = due !== undefined && month.coveredOn !== null && month.coveredOn > addWorkingDays(due, grace);
      return { ...month, late, notDue: due !== undefined && due >= allocation.day };
    });
}

/** What lies open and was due before today, oldest first: what a hold can cover. */
export const openCharges = (allocation: Allocation): OpenCharge[] =>
  allocation.charges
    .filter(({ charge, open }) => open > 0n && charge.dueOn < allocation.day)
    .map(({ charge, open, openSince }) => ({
      id: charge.id,
      dueOn: charge.dueOn,
      openSince,
      category: charge.category ?? "other",
      monthlyRent: isMonthlyRent(charge),
      open,
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/** Working days since when the charge that is open longest is open; 0 when nothing is overdue. */
export const lateBy = (allocation: Allocation): number => {
  const oldest = allocation.position.openSince;
  return oldest ? workingDaysAfter(oldest, allocation.day) : 0;
};

const signed = (entry: Entry): Cents =>
  entry.kind === "charge" || entry.kind === "reversal" ? entry.amount : subtract(ZERO, entry.amount);

/** What lies where, by the entry it is told with. */
function laysOf({ charges, receipts, taken }: Allocation): ReadonlyMap<string, Laid> {
  const found = new Map<string, Laid>();
  const paid = (lays: readonly Lay[]) => lays.filter(({ amount }) => amount > 0n);
  for (const { charge, lies, open, openSince } of charges)
    found.set(charge.id, {
      ...{ open, free: ZERO, held: ZERO, openSince: open > 0n ? openSince : null },
      lies: paid(lies).map(({ receipt, amount, named }) => ({ day: receipt.bookedOn, category: null, amount, named })),
    });
  for (const { entry, lies, free, held } of receipts)
    if (entry)
      found.set(entry.id, {
        ...{ open: ZERO, free, held, openSince: null },
        lies: paid(lies).map(({ charge: { charge }, amount, named }) => ({ ...dueOf(charge), amount, named })),
      });
  for (const { reversal, charge, amount } of taken) {
    const before = found.get(reversal.id)?.lies ?? [];
    found.set(reversal.id, { ...NOTHING_LAID, lies: [...before, { ...dueOf(charge.charge), amount, named: false }] });
  }
  return found;
}
type Laid = Pick<LedgerLine, "lies" | "open" | "free" | "held" | "openSince">;
const NOTHING_LAID: Laid = { lies: [], open: ZERO, free: ZERO, held: ZERO, openSince: null };
const dueOf = ({ dueOn, category }: Charge) => ({ day: dueOn, category });

/** The account as it reads: every line with the balance after it, newest first; lines before `from` are summed in the balance. */
export function ledgerLines(
  entries: readonly (Entry & { description: string | null; returnReason?: string | null })[],
  allocation: Allocation,
  from: Day,
): LedgerLine[] {
  let balance = ZERO;
  const laid = laysOf(allocation);
  return [...entries]
    .sort((a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : Number(a.id) - Number(b.id)))
    .map((entry) => {
      balance = add(balance, signed(entry));
      const { id, kind, category, description, returnReason = null, amount, dueOn, bookedOn } = entry;
      return {
        id,
        day: bookedOn,
        dueOn,
        kind,
        category,
        description,
        returnReason,
        amount,
        balance,
        ...(laid.get(id) ?? NOTHING_LAID),
      };
    })
    .filter((line) => line.day >= from)
    .reverse();
}

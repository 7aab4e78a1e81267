import type { Day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import type { AccountFacts } from "@/lib/ledger/domain/entry";
import { impute } from "@/lib/ledger/domain/impute";

/** What may be left out of an account at the end of a day: nothing due was open, no money named what comes later, none of it was taken back later. */
export function openingOf({ entries, designations }: Pick<AccountFacts, "entries" | "designations">, on: Day) {
  const { charges, receipts } = impute({ entries, designations, arrangements: [] }, on, () => 0);
  const old = new Set(entries.filter((one) => one.bookedOn <= on && one.kind !== "charge").map((one) => one.id));
  if (charges.some((one) => one.charge.dueOn <= on && one.open > 0n)) return null;
  if (receipts.some((one) => one.held > 0n || one.lies.some((lay) => lay.amount > 0n && lay.charge.charge.dueOn > on)))
    return null;
  if (entries.some((one) => one.reversesId !== null && one.bookedOn > on && old.has(one.reversesId))) return null;
  if (entries.some((one) => one.dueOn !== null && one.dueOn <= on && one.bookedOn > on)) return null;
  const free = cents(receipts.reduce((sum, one) => sum + one.free, 0n));
  const gone = new Set(charges.flatMap(({ charge }) => (charge.dueOn <= on ? [charge.number] : [])));
  return {
    opening: { on, free },
    entries: entries.filter((one) => one.bookedOn > on || (one.dueOn !== null && one.dueOn > on)),
    designations: designations.map((one) => ({
      ...one,
      said:
        one.said.kind === "numbers" ? { ...one.said, numbers: one.said.numbers.filter((number) => !gone.has(number)) } : one.said,
    })),
  };
}

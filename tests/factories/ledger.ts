import fc from "fast-check";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Category, Designation, Entry } from "@/lib/ledger/domain/entry";

/** An entry with the moment it was learned of, as one of three waves. */
export interface LateEntry extends Entry {
  readonly wave: 0 | 1 | 2;
}
export interface LateDesignation extends Designation {
  readonly wave: 0 | 1 | 2;
}
export interface RandomLedger {
  readonly entries: readonly LateEntry[];
  readonly designations: readonly LateDesignation[];
}

export const LEDGER_START = day("2026-01-01");
const onDay = fc.nat({ max: 170 }).map((n) => addDays(LEDGER_START, n));
const wave = fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const);
const category = fc.constantFrom<Category>("rent", "rent", "service", "heating", "settlement", "costs", "other");
const amount = fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.constantFrom(30_000, 60_000, 10_000)).map(cents);

const charge = fc.record({ category, amount, bookedOn: onDay, dueIn: fc.integer({ min: -20, max: 40 }), wave });
const receipt = fc.record({
  kind: fc.constantFrom("payment" as const, "payment" as const, "credit" as const),
  amount,
  bookedOn: onDay,
  wave,
});
const reversal = fc.record({ of: fc.nat(), part: fc.integer({ min: 1, max: 100 }), later: fc.nat({ max: 30 }), wave });
const naming = fc.record({ payment: fc.nat(), charge: fc.nat(), amount, wave });

/** Source numbers mix numbers, leading zeros and text, so that "as a number where it is one" is tried. */
const numberOf = (place: number) => (place % 5 === 3 ? `M-${place}` : place % 7 === 2 ? `00${place}` : String(place));

/** Rent accounts as they occur and worse: late facts, part reversals, designations beyond what they name. */
export const randomLedger: fc.Arbitrary<RandomLedger> = fc
  .record({
    charges: fc.array(charge, { maxLength: 12 }),
    receipts: fc.array(receipt, { maxLength: 8 }),
    reversals: fc.array(reversal, { maxLength: 4 }),
    namings: fc.array(naming, { maxLength: 4 }),
  })
  .map(({ charges, receipts, reversals, namings }) => {
    const entries: LateEntry[] = [];
    const add = (entry: Omit<LateEntry, "id" | "number" | "source">) => {
      const place = entries.length + 1;
      const made = { ...entry, id: String(place), number: numberOf(place), source: place % 4 === 1 ? "bank" : "erp" };
      entries.push(made);
      return made;
    };
    const blank = { category: null, dueOn: null, reversesId: null };
    const charged = charges.map(({ dueIn, ...c }) => add({ ...blank, ...c, kind: "charge", dueOn: addDays(c.bookedOn, dueIn) }));
    const received = receipts.map((r) => add({ ...blank, ...r }));
    const taken = new Map<string, bigint>();
    for (const { of, part, later, wave: learned } of received.length ? reversals : []) {
      const target = received[of % received.length];
      if (!target) continue;
      const left = target.amount - (taken.get(target.id) ?? 0n);
      const back = (left * BigInt(part)) / 100n;
      if (back <= 0n) continue;
      taken.set(target.id, (taken.get(target.id) ?? 0n) + back);
      const known = Math.max(learned, target.wave) as 0 | 1 | 2;
      add({
        ...blank,
        kind: "reversal",
        amount: back as Cents,
        bookedOn: addDays(target.bookedOn, later),
        reversesId: target.id,
        wave: known,
      });
    }
    const payments = received.filter(({ kind }) => kind === "payment");
    const designations = namings.flatMap(({ payment, charge: named, amount: part, wave: learned }) => {
      const [from, on] = [payments[payment % payments.length], charged[named % charged.length]];
      return from && on ? [{ paymentId: from.id, chargeId: on.id, amount: part, wave: learned }] : [];
    });
    return { entries, designations };
  });

/** The facts that were known once the wave had come in. */
export const knownAfter = (ledger: RandomLedger, last: number): { entries: LateEntry[]; designations: LateDesignation[] } => ({
  entries: ledger.entries.filter((entry) => entry.wave <= last),
  designations: ledger.designations.filter((designation) => designation.wave <= last),
});

export const anyDay: fc.Arbitrary<Day> = fc.nat({ max: 240 }).map((n) => addDays(LEDGER_START, n));

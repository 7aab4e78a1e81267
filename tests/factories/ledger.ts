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
/** Whole euros and few of them, so that they can be counted coin by coin. */
const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(30, 60, 10)).map((euros) => cents(euros * 100));

const charge = fc.record({ category, amount, bookedOn: onDay, dueIn: fc.integer({ min: -20, max: 40 }), wave });
const receipt = fc.record({
  kind: fc.constantFrom("payment" as const, "payment" as const, "credit" as const),
  amount,
  bookedOn: onDay,
  wave,
});
const reversal = fc.record({ of: fc.nat(), part: fc.integer({ min: 1, max: 100 }), later: fc.nat({ max: 30 }), wave });
const named = fc.record({ payment: fc.nat(), charge: fc.nat(), other: fc.option(fc.nat(), { nil: null, freq: 1 }), wave });

/** Source numbers mix numbers, leading zeros and text, so that "as a number where it is one" is tried. */
const numberOf = (place: number) => (place % 5 === 3 ? `M-${place}` : place % 7 === 2 ? `00${place}` : String(place));

/** Rent accounts as they occur and worse: late facts, part reversals, designations beyond what they name. */
export const randomLedger: fc.Arbitrary<RandomLedger> = fc
  .record({
    charges: fc.array(charge, { maxLength: 12 }),
    receipts: fc.array(receipt, { maxLength: 8 }),
    reversals: fc.array(reversal, { maxLength: 4 }),
    names: fc.array(named, { maxLength: 4 }),
  })
  .map(({ charges, receipts, reversals, names }) => {
    const entries: LateEntry[] = [];
    const add = (entry: Omit<LateEntry, "id" | "number" | "source">) => {
      const place = entries.length + 1;
      const made = {
        ...entry,
        id: String(place),
        number: numberOf(place),
        source: entry.kind === "charge" || place % 4 !== 1 ? "erp" : "bank",
      };
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
      const back = ((left * BigInt(part)) / 10_000n) * 100n;
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
    const named = new Set<string>();
    const designations = names.flatMap(({ payment, charge: first, other, wave: learned }): LateDesignation[] => {
      const from = received[payment % received.length];
      const on = [first, ...(other === null ? [] : [other])].map((at) => charged[at % charged.length]?.number);
      if (!from || named.has(from.id) || on.some((number) => number === undefined)) return [];
      named.add(from.id);
      const numbers = [...new Set(on as string[])];
      return [{ receiptId: from.id, said: { kind: "numbers", numbers, awaited: true }, amount: null, wave: learned }];
    });
    return { entries, designations };
  });

/** The facts that were known once the wave had come in. */
export const knownAfter = (ledger: RandomLedger, last: number): { entries: LateEntry[]; designations: LateDesignation[] } => ({
  entries: ledger.entries.filter((entry) => entry.wave <= last),
  designations: ledger.designations.filter((designation) => designation.wave <= last),
});

export const anyDay: fc.Arbitrary<Day> = fc.nat({ max: 240 }).map((n) => addDays(LEDGER_START, n));

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { allocate } from "@/lib/ledger/domain/allocate";
import type { Category, Entry } from "@/lib/ledger/domain/entry";
import { mayName, type NamedAccount, namingsOf } from "./naming";

let ids = 0;
const entry = (more: Partial<Entry> & Pick<Entry, "kind" | "amount">): Entry => ({
  id: String(++ids),
  category: null,
  bookedOn: day("2026-04-01"),
  dueOn: null,
  reversesId: null,
  source: "erp",
  number: `M${ids}`,
  ...more,
});
const charge = (dueOn: string, amount: number, more: { category?: Category; number?: string; bookedOn?: string } = {}): Entry =>
  entry({
    kind: "charge",
    category: more.category ?? "rent",
    amount: cents(amount),
    dueOn: day(dueOn),
    bookedOn: day(more.bookedOn ?? dueOn),
    ...(more.number ? { number: more.number } : {}),
  });
const paid = (on: string, amount: number): Entry =>
  entry({ kind: "payment", amount: cents(amount), bookedOn: day(on), source: "bank" });

const account = (entries: readonly Entry[], more: Partial<NamedAccount> = {}): NamedAccount => ({
  entries,
  designations: [],
  arrangements: [],
  descriptions: new Map(),
  own: ["5000056789012345", "C001"],
  ...more,
});
const april = charge("2026-04-01", 60000);
const may = charge("2026-05-01", 60000);
const service = charge("2026-05-01", 5000, { category: "service" });
const settlement = charge("2026-05-15", 12000, { category: "settlement", number: "AFR20250077" });

/** What one receipt with this text on 20 May names. */
function named(text: string, amount: number, entries: readonly Entry[], more: Partial<NamedAccount> = {}, on = "2026-05-20") {
  const receipt = paid(on, amount);
  const found = namingsOf(account([...entries, receipt], more), [
    { entryId: receipt.id, amount: receipt.amount, bookedOn: receipt.bookedOn, text },
  ]).get(receipt.id);
  return found ? [found.because, ...found.parts.map((part) => `${part.chargeId}:${part.amount}`)] : null;
}

describe("what a receipt names", () => {
  it("is the month it tells, though an older one is open", () => {
    expect(named("huur mei", 60000, [april, may])).toEqual(["month-named", `${may.id}:60000`]);
    expect(named("huur mei 2026", 65000, [april, may, service])).toEqual([
      "month-named",
      `${may.id}:60000`,
      `${service.id}:5000`,
    ]);
  });

  it("is part of a month when less was paid, and no more of it than is open", () => {
    expect(named("deel huur mei", 25000, [april, may])).toEqual(["month-named", `${may.id}:25000`]);
    const half = paid("2026-05-02", 60000);
    const first = { paymentId: half.id, chargeId: may.id, amount: cents(40000) };
    const march = charge("2026-03-01", 60000);
    expect(named("restant mei", 60000, [march, april, may, half], { designations: [first] })).toEqual([
      "month-named",
      `${may.id}:20000`,
    ]);
  });

  it("is several months when all of them are open, and nothing when one is not", () => {
    const march = charge("2026-03-01", 60000);
    expect(named("apr/mei", 120000, [march, april, may])).toEqual(["month-named", `${april.id}:60000`, `${may.id}:60000`]);
    expect(named("mei/juni", 60000, [april, may])).toBeNull();
  });

  it("is left to the plain order where that lays it on the same", () => {
    expect(named("huur mei", 60000, [may])).toBeNull();
    expect(named("huur april", 60000, [april, may])).toBeNull();
    expect(named("apr/mei", 120000, [april, may])).toBeNull();
  });

  it("is nothing when it does not exist, is paid, or is less than the amount", () => {
    expect(named("huur juni", 60000, [april, may])).toBeNull();
    expect(named("huur mei", 60000, [april, charge("2026-05-01", 60000, { bookedOn: "2026-05-25" })])).toBeNull();
    const all = paid("2026-05-02", 60000);
    const done = { paymentId: all.id, chargeId: may.id, amount: cents(60000) };
    expect(named("huur mei", 60000, [april, may, all], { designations: [done] })).toBeNull();
    expect(named("huur mei", 120000, [april, may])).toBeNull();
    expect(named("huur mei", 60500, [april, may])).toEqual(["month-named", `${may.id}:60000`]);
  });

  it("is nothing when the text names two different things or turns it round", () => {
    expect(named("huur mei en regeling", 60000, [april, may])).toBeNull();
    expect(named("niet huur mei", 60000, [april, may])).toBeNull();
    expect(named(`mei ${settlement.number}`, 12000, [april, may, settlement])).toBeNull();
    expect(named("waarborgsom mei", 60000, [april, may])).toBeNull();
  });

  it("is the charge whose own number it tells, also cut up, but never by the reference of the tenancy", () => {
    const repair = charge("2026-05-10", 8500, { category: "costs", number: "2026-0004417" });
    const entries = [april, may, repair];
    expect(named("factuur 2026-0004417", 8500, entries)).toEqual(["payment-reference", `${repair.id}:8500`]);
    expect(named("factuurnr 2026 0004417", 8500, entries)).toEqual(["payment-reference", `${repair.id}:8500`]);
    const same = charge("2026-05-10", 8500, { category: "costs", number: "5000056789012345" });
    expect(named("kenmerk 5000056789012345", 8500, [april, may, same])).toBeNull();
  });

  it("is the settlement it tells, by its year, its number or being the only one", () => {
    const older = charge("2026-02-15", 9000, { category: "settlement", number: "AFR20240012" });
    const descriptions = new Map([
      [settlement.id, "Afrekening servicekosten 2025"],
      [older.id, "Afrekening servicekosten 2024"],
    ]);
    const both = [april, may, settlement, older];
    expect(named("afrekening servicekosten", 12000, [april, settlement])).toEqual(["settlement-named", `${settlement.id}:12000`]);
    expect(named("afrekening servicekosten 2025", 12000, both, { descriptions })).toEqual([
      "settlement-named",
      `${settlement.id}:12000`,
    ]);
    expect(named("afrekening 2024", 9000, [april, charge("2025-06-01", 9000, { category: "settlement" })])?.[0]).toBe(
      "settlement-named",
    );
    expect(named("afrekening", 12000, both, { descriptions })).toBeNull();
    expect(named("AFR20250077", 12000, both)).toEqual(["payment-reference", `${settlement.id}:12000`]);
  });

  it("is an instalment of the arrangement that runs: what was due before it, not the rent of today", () => {
    const arrangements = [
      {
        agreedOn: day("2026-05-18"),
        endedOn: null,
        instalments: [1, 2, 3].map((ordinal) => ({ ordinal, amount: cents(4000) })),
      },
    ];
    const june = charge("2026-06-01", 60000);
    const entries = [settlement, june];
    const on = "2026-06-05";
    for (const text of ["termijn 2", "2e termijn", "betalingsregeling termijn 2", "aflossing"])
      expect(named(text, 4000, entries, { arrangements }, on)).toEqual(["instalment", `${settlement.id}:4000`]);
    expect(named("termijn 4", 4000, entries, { arrangements }, on)).toBeNull();
    expect(named("termijn 2", 5000, entries, { arrangements }, on)).toBeNull();
    expect(named("termijn 2", 4000, entries, {}, on)).toBeNull();
    expect(named("termijn juni", 60000, [settlement, may, june], { arrangements }, on)?.[0]).toBe("month-named");
  });

  it("is judged by what was there when it came in, one receipt after the other", () => {
    const [first, second] = [paid("2026-05-20", 60000), paid("2026-05-21", 60000)];
    const told = (receipt: Entry) => ({
      entryId: receipt.id,
      amount: receipt.amount,
      bookedOn: receipt.bookedOn,
      text: "huur mei",
    });
    const found = namingsOf(account([april, may, second, first]), [told(second), told(first)]);
    expect([...found.keys()]).toEqual([first.id]);
  });

  it("only moves money between charges: what is open in all stays the same", () => {
    const texts = ["huur mei", "apr/mei", "huur 04-2026", "afrekening", "termijn 1", "huur", "mei 2026 en juni"];
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.constantFrom(...texts), amount: fc.integer({ min: 100, max: 130000 }) }), { maxLength: 6 }),
        (receipts) => {
          const payments = receipts.map(({ amount }, index) => paid(`2026-05-${String(10 + index)}`, amount));
          const entries = [april, may, service, settlement, ...payments];
          const told = payments.map((one, index) => ({
            entryId: one.id,
            amount: one.amount,
            bookedOn: one.bookedOn,
            text: receipts[index]?.text ?? "",
          }));
          const found = namingsOf(account(entries), told);
          const kept = [...found].flatMap(([paymentId, { parts }]) => parts.map((part) => ({ paymentId, ...part })));
          const on = day("2026-05-31");
          expect(allocate(entries, kept, on).position.open).toBe(allocate(entries, [], on).position.open);
          for (const [id, { parts }] of found) {
            const sum = parts.reduce((total, { amount }) => total + amount, 0n);
            expect(sum).toBeLessThanOrEqual(payments.find((one) => one.id === id)?.amount ?? 0n);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a text that cannot name anything", () => {
  it("is let go at once", () => {
    expect([null, "huur", "dank u wel", "kenmerk 12345"].map(mayName)).toEqual([false, false, false, false]);
    expect(["Huur MEI", "05-2026", "termijn", "Afrekening", "123456"].map(mayName)).toEqual([true, true, true, true, true]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDay, randomLedger } from "../../tests/factories/ledger";
import { day } from "../kernel/day";
import { cents } from "../kernel/money";
import { allocate } from "./domain/allocate";
import type { Category, Designation, Entry } from "./domain/entry";
import { overdueCharges } from "./domain/position";
import { receiptsPerDay, rentMonths } from "./domain/receipts";

let place = 0;
const blank = { category: null, dueOn: null, reversesId: null, source: "erp" } as const;
const charge = (dueOn: string, euros: number, category: Category = "rent", bookedOn = dueOn): Entry => {
  const id = String(++place);
  return {
    ...blank,
    id,
    number: id,
    kind: "charge",
    category,
    amount: cents(euros * 100),
    bookedOn: day(bookedOn),
    dueOn: day(dueOn),
  };
};
const payment = (bookedOn: string, euros: number): Entry => {
  const id = String(++place);
  return { ...blank, id, number: id, kind: "payment", amount: cents(euros * 100), bookedOn: day(bookedOn) };
};
const reversal = (of: Entry, bookedOn: string): Entry => ({
  ...of,
  id: String(++place),
  number: `R${place}`,
  kind: "reversal",
  bookedOn: day(bookedOn),
  reversesId: of.id,
});
const on = (text: string, entries: Entry[], designations: Designation[] = []) => allocate(entries, designations, day(text));

describe("where receipts lie on a rent account", () => {
  it("covers the oldest rent first and the settlement only after all rent that is due", () => {
    const settlement = charge("2026-01-15", 300, "settlement");
    const { position, charges } = on("2026-03-10", [
      settlement,
      charge("2026-02-01", 600),
      charge("2026-03-01", 600),
      payment("2026-03-02", 1250),
    ]);
    expect(position.overdue).toBe(25_000n);
    expect(charges.filter(({ open }) => open > 0n).map((laid) => laid.charge.id)).toEqual([settlement.id]);
  });

  it("lays a payment on the month it names, though an older one is open", () => {
    const [january, february] = [charge("2026-01-01", 600), charge("2026-02-01", 600)];
    const paid = payment("2026-02-03", 600);
    const { charges } = on(
      "2026-02-10",
      [january, february, paid],
      [{ paymentId: paid.id, chargeId: february.id, amount: cents(60_000) }],
    );
    expect(charges.map(({ open }) => open)).toEqual([60_000n, 0n]);
  });

  it("forgets what a payment named once the payment is taken back", () => {
    const [january, february] = [charge("2026-01-01", 600), charge("2026-02-01", 600)];
    const paid = payment("2026-02-03", 600);
    const entries = [january, february, paid, reversal(paid, "2026-02-08")];
    const { position } = on("2026-02-10", entries, [{ paymentId: paid.id, chargeId: february.id, amount: cents(60_000) }]);
    expect(position.overdue).toBe(120_000n);
  });

  it("calls a charge due today open, not overdue, and one booked for later not due", () => {
    const { position } = on("2026-02-01", [charge("2026-02-01", 600), charge("2026-03-01", 600, "rent", "2026-01-20")]);
    expect([position.open, position.overdue, position.notDueOpen]).toEqual([120_000n, 0n, 120_000n]);
  });

  it("keeps what is paid too much as credit", () => {
    expect(on("2026-02-10", [charge("2026-02-01", 600), payment("2026-02-03", 650)]).position.credit).toBe(5_000n);
  });

  it("orders a source's numbers as numbers: 9 before 10", () => {
    const nine: Entry = { ...charge("2026-02-01", 100), number: "9" };
    const ten: Entry = { ...charge("2026-02-01", 500), number: "10" };
    const { charges } = on("2026-02-10", [ten, nine, payment("2026-02-02", 100)]);
    expect(charges.map(({ charge: { number }, open }) => [number, open])).toEqual([
      ["9", 0n],
      ["10", 50_000n],
    ]);
  });

  it("puts 30 days in the first bucket and 31 in the second", () => {
    const { position } = on("2026-03-03", [charge("2026-02-01", 100), charge("2026-01-31", 10)]);
    expect([position.b1_30, position.b31_60]).toEqual([10_000n, 1_000n]);
  });

  it("measures each month in arrears by its own rent, so that a rent rise changes nothing", () => {
    const { position } = on("2026-08-10", [charge("2026-06-01", 600), charge("2026-07-01", 640)]);
    expect(position.monthsInArrears).toBe(200);
    const half = on("2026-08-10", [charge("2026-06-01", 600), charge("2026-07-01", 640), payment("2026-06-05", 300)]);
    expect(half.position.monthsInArrears).toBe(150);
  });

  it("rounds months in arrears half up", () => {
    expect(on("2026-08-10", [charge("2026-07-01", 2), payment("2026-07-02", 1.99)]).position.monthsInArrears).toBe(1);
    expect(on("2026-08-10", [charge("2026-07-01", 8), payment("2026-07-02", 7.99)]).position.monthsInArrears).toBe(0);
  });

  it("counts what a month charges whole, also the part that falls due later in it", () => {
    const entries = [charge("2026-02-01", 600), charge("2026-02-20", 150, "rent", "2026-01-20")];
    expect(rentMonths(entries, on("2026-02-12", entries))).toMatchObject([{ charged: 75_000n, open: 60_000n }]);
  });

  it("knows on which day a month was completed, a bounced debit not counted", () => {
    const bounced = payment("2026-02-01", 600);
    const entries = [
      charge("2026-02-01", 600),
      bounced,
      reversal(bounced, "2026-02-06"),
      payment("2026-02-10", 200),
      payment("2026-02-24", 400),
    ];
    expect(rentMonths(entries, on("2026-02-12", entries))).toMatchObject([{ month: "2026-02", open: 40_000n, coveredOn: null }]);
    const later = on("2026-02-27", entries);
    expect(rentMonths(entries, later)).toMatchObject([{ month: "2026-02", open: 0n, coveredOn: "2026-02-24" }]);
    expect(receiptsPerDay(entries, later)).toEqual([
      { bookedOn: "2026-02-10", amount: 20_000n },
      { bookedOn: "2026-02-24", amount: 40_000n },
    ]);
  });
});

describe("for every rent account", () => {
  const ledgerAndDay = [randomLedger, anyDay] as const;

  it("gives the same answer in whatever order the facts arrived", () => {
    fc.assert(
      fc.property(...ledgerAndDay, fc.integer(), ({ entries, designations }, d, seed) => {
        const shuffled = [...entries].sort((a, b) => ((Number(a.id) * 7919 + seed) % 101) - ((Number(b.id) * 7919 + seed) % 101));
        expect(allocate(shuffled, designations, d).position).toEqual(allocate(entries, designations, d).position);
      }),
    );
  });

  it("adds up: open is overdue and not due, the buckets are the overdue, charges less receipts are open less credit", () => {
    fc.assert(
      fc.property(...ledgerAndDay, ({ entries, designations }, d) => {
        const { position: p, charges } = allocate(entries, designations, d);
        expect(p.open).toBe(p.overdue + p.notDueOpen);
        expect(p.b1_30 + p.b31_60 + p.b61_90 + p.b91).toBe(p.overdue);
        const signed = entries
          .filter((entry) => entry.bookedOn <= d)
          .reduce((sum, { kind, amount }) => sum + (kind === "charge" || kind === "reversal" ? amount : -amount), 0n);
        expect(signed).toBe(p.open - p.credit);
        const listed = overdueCharges(charges, d);
        expect(listed.reduce((sum, { open }) => sum + open, 0n)).toBe(p.overdue);
        expect(listed.length).toBe(p.overdueCharges);
        for (const { charge: laidOn, named, open } of charges) {
          expect(open >= 0n && named >= 0n && named + open <= laidOn.amount).toBe(true);
        }
      }),
    );
  });

  it("never has both a credit and something open", () => {
    fc.assert(
      fc.property(...ledgerAndDay, ({ entries, designations }, d) => {
        const { position } = allocate(entries, designations, d);
        expect(position.credit === 0n || position.open === 0n).toBe(true);
      }),
    );
  });
});

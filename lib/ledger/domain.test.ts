import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { coinByCoin } from "../../tests/factories/coins";
import { anyDay, randomLedger } from "../../tests/factories/ledger";
import { openingOf } from "../../tests/factories/opening";
import { addMonths, type Day, day, lastDay, monthOf } from "../kernel/day";
import { cents } from "../kernel/money";
import { allocate } from "./domain/allocate";
import type { AccountFacts, Category, Designation, Entry } from "./domain/entry";
import { impute } from "./domain/impute";
import { overdueCharges } from "./domain/position";
import { receiptsPerDay, rentCharged, rentMonths } from "./domain/receipts";

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
const for_ = (receipt: Entry, ...charges: Entry[]): Designation => ({
  receiptId: receipt.id,
  said: { kind: "numbers", numbers: charges.map((one) => one.number), awaited: true },
  amount: null,
});
const on = (text: string, entries: readonly Entry[], designations: readonly Designation[] = []) =>
  allocate({ entries, designations, arrangements: [] }, day(text));
const openOf = (entries: readonly Entry[], { charges }: ReturnType<typeof on>) =>
  entries.filter((one) => one.kind === "charge").map((one) => charges.find(({ charge: { id } }) => id === one.id)?.open);

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
    expect(position.otherOverdue).toBe(25_000n);
    expect(position.monthsBehind).toBe(0);
    expect(charges.filter(({ open }) => open > 0n).map((laid) => laid.charge.id)).toEqual([settlement.id]);
  });

  it("lays a payment on the charge it names, though an older one is open", () => {
    const [january, february] = [charge("2026-01-01", 600), charge("2026-02-01", 600)];
    const paid = payment("2026-02-03", 600);
    const entries = [january, february, paid];
    expect(openOf(entries, on("2026-02-10", entries, [for_(paid, february)]))).toEqual([60_000n, 0n]);
  });

  it("opens only what a receipt lay on when it is taken back: a settlement of two years ago stays paid", () => {
    const settlement = charge("2024-06-01", 240, "settlement");
    const november = charge("2026-11-01", 600);
    const debit = payment("2026-11-01", 600);
    const entries = [settlement, payment("2024-06-10", 240), november, debit, reversal(debit, "2026-11-02")];
    const { position, charges } = on("2026-11-03", entries);
    expect(openOf(entries, on("2026-11-03", entries))).toEqual([0n, 60_000n]);
    expect([position.openSince, position.debtSince, position.oldestOverdueDue]).toEqual([
      "2026-11-02",
      "2026-11-02",
      "2026-11-01",
    ]);
    expect(charges.find(({ charge: { id } }) => id === november.id)?.reopenedOn).toBe("2026-11-02");
  });

  it("gives a failing re-collection no new grace", () => {
    const [first, second] = [payment("2026-11-01", 600), payment("2026-11-10", 600)];
    const entries = [charge("2026-11-01", 600), first, reversal(first, "2026-11-03"), second, reversal(second, "2026-11-12")];
    expect(on("2026-11-20", entries).position.openSince).toBe("2026-11-03");
    expect(on("2026-11-20", entries).position.debtSince).toBe("2026-11-03");
  });

  it("holds money named for a month that is not booked yet, lays it there when it comes, and frees it after 35 days when it does not", () => {
    const october = charge("2026-10-01", 600);
    const early = payment("2026-10-24", 600);
    const named: Designation = { receiptId: early.id, said: { kind: "months", months: ["2026-11" as never] }, amount: null };
    expect(on("2026-10-25", [october, early], [named]).position).toMatchObject({ overdue: 60_000n, credit: 60_000n });
    const booked = [october, early, charge("2026-11-01", 600, "rent", "2026-10-28")];
    expect(openOf(booked, on("2026-11-05", booked, [named]))).toEqual([60_000n, 0n]);
    expect(on("2026-11-27", [october, early], [named]).position.overdue).toBe(60_000n);
    expect(on("2026-11-28", [october, early], [named]).position.overdue).toBe(0n);
  });

  it("never binds free money to what is not due: an older charge that comes late takes it", () => {
    const december = charge("2026-12-01", 600, "rent", "2026-11-22");
    const entries = [december, payment("2026-11-23", 600), charge("2026-11-20", 100, "costs", "2026-11-25")];
    expect(on("2026-11-24", entries).position).toMatchObject({ open: 0n, credit: 0n });
    expect(openOf(entries, on("2026-11-26", entries))).toEqual([10_000n, 0n]);
  });

  it("lays a credit note on its own category first, and measures its month by what is left of the rent", () => {
    const [rent, costs] = [charge("2026-10-01", 600), charge("2026-10-05", 90, "costs")];
    const note: Entry = { ...payment("2026-10-10", 90), kind: "credit", category: "costs" };
    expect(openOf([rent, costs], on("2026-10-12", [rent, costs, note]))).toEqual([60_000n, 0n]);
    const corrected: Entry = { ...payment("2026-10-10", 200), kind: "credit", category: "rent" };
    expect(on("2026-10-12", [rent, corrected], [for_(corrected, rent)]).position.monthsInArrears).toBe(100);
  });

  it("lets the running rent come before what an arrangement covers", () => {
    const entries = [charge("2026-08-01", 600), charge("2026-10-01", 600), payment("2026-10-01", 600)];
    const running = { agreedOn: day("2026-09-15"), startsOn: day("2026-09-15"), endedOn: null };
    const { charges } = allocate({ entries, designations: [], arrangements: [running] }, day("2026-10-05"));
    expect(charges.map(({ open }) => open)).toEqual([60_000n, 0n]);
  });

  it("counts a debt from when it began, and a month behind for a year as a debt of a year", () => {
    const months = Array.from(
      { length: 14 },
      (_, at) => `${at < 4 ? 2025 : 2026}-${String(((at + 8) % 12) + 1).padStart(2, "0")}-01`,
    );
    const entries = months.flatMap((due, at) => [
      charge(due, 600),
      ...(at === 0 ? [] : [payment(due.replace("-01", "-05"), 600)]),
    ]);
    const { position } = on("2026-10-20", entries);
    expect([position.debtSince, position.rentDebtSince, position.monthsInArrears]).toEqual(["2025-09-02", "2025-09-02", 100]);
  });

  it("calls a charge due today open, not overdue, and one booked for later not due", () => {
    const { position } = on("2026-02-01", [charge("2026-02-01", 600), charge("2026-03-01", 600, "rent", "2026-01-20")]);
    expect([position.open, position.overdue, position.notDueOpen]).toEqual([120_000n, 0n, 120_000n]);
  });

  it("says the same of a month's rent to the rules as to the months: less the credit notes that name it", () => {
    const [october, november, right] = [
      charge("2026-10-01", 590),
      charge("2026-11-01", 590),
      charge("2026-11-10", 575, "rent", "2026-11-10"),
    ];
    const note: Entry = { ...payment("2026-11-03", 590), kind: "credit", category: "rent" };
    const found = on("2026-11-20", [october, november, right, note], [for_(note, november)]);
    expect(found.position.monthsInArrears).toBe(200);
    expect(rentMonths(found).map(({ month, charged }) => [month, charged])).toEqual([
      ["2026-10", 59_000n],
      ["2026-11", 57_500n],
    ]);
    expect(rentCharged(found).map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
      ["2026-10-01", 59_000n],
      ["2026-11-01", 0n],
      ["2026-11-10", 57_500n],
    ]);
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
    expect(rentMonths(on("2026-02-12", entries))).toMatchObject([{ charged: 75_000n, open: 60_000n }]);
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
    expect(rentMonths(on("2026-02-12", entries))).toMatchObject([{ month: "2026-02", open: 40_000n, coveredOn: null }]);
    const later = on("2026-02-27", entries);
    expect(rentMonths(later)).toMatchObject([{ month: "2026-02", open: 0n, coveredOn: "2026-02-24" }]);
    expect(receiptsPerDay(later)).toEqual([
      { bookedOn: "2026-02-10", amount: 20_000n },
      { bookedOn: "2026-02-24", amount: 40_000n },
    ]);
  });
});

/** COIN_RUNS makes a long hunt of it. */
const RUNS = Number(process.env.COIN_RUNS ?? 1_000);
vi.setConfig({ testTimeout: 300_000 });

describe("for every rent account", () => {
  const ledgerAndDay = [randomLedger, anyDay] as const;
  const at = (account: Omit<AccountFacts, "arrangements">, d: Day) => allocate({ ...account, arrangements: [] }, d);

  it("agrees with the definition read out coin by coin", () => {
    fc.assert(
      fc.property(...ledgerAndDay, (ledger, d) => {
        const named = new Map(
          ledger.designations.map(({ receiptId, said }) => [receiptId, said.kind === "numbers" ? said.numbers : []]),
        );
        const coins = coinByCoin({ entries: ledger.entries, named }, d);
        const { charges, receipts } = impute({ ...ledger, arrangements: [] }, d, () => 0);
        expect(new Map(charges.map((one) => [one.charge.id, Number(one.open) / 100]))).toEqual(coins.open);
        expect(new Map(charges.map((one) => [one.charge.id, one.openSince]))).toEqual(coins.openSince);
        expect(receipts.reduce((sum, one) => sum + Number(one.free), 0) / 100).toBe(coins.free);
        expect(receipts.reduce((sum, one) => sum + Number(one.held), 0) / 100).toBe(coins.held);
        expect(at(ledger, d).position.debtSince).toBe(coins.debtSince);
      }),
      { numRuns: RUNS },
    );
  });

  it("gives the same answer in whatever order the facts arrived", () => {
    fc.assert(
      fc.property(...ledgerAndDay, fc.integer(), ({ entries, designations }, d, seed) => {
        const shuffled = [...entries].sort((a, b) => ((Number(a.id) * 7919 + seed) % 101) - ((Number(b.id) * 7919 + seed) % 101));
        expect(at({ entries: shuffled, designations }, d).position).toEqual(at({ entries, designations }, d).position);
      }),
    );
  });

  it("goes on from the end of a day on which nothing due was open as if it had counted from the start", () => {
    fc.assert(
      fc.property(...ledgerAndDay, (ledger, d) => {
        const whole = at(ledger, d).position;
        // The end of a month, because a month is measured whole.
        for (let back = 1; back <= 5; back++) {
          const opening = openingOf(ledger, lastDay(addMonths(monthOf(d), -back)));
          expect(opening ? at({ ...ledger, ...opening }, d).position : whole).toEqual(whole);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("adds up: open is overdue and not due, the buckets are the overdue, charges less receipts are open less credit", () => {
    fc.assert(
      fc.property(...ledgerAndDay, (ledger, d) => {
        const { position: p, charges } = at(ledger, d);
        expect(p.open).toBe(p.overdue + p.notDueOpen);
        expect(p.b1_30 + p.b31_60 + p.b61_90 + p.b91).toBe(p.overdue);
        const signed = ledger.entries
          .filter((entry) => entry.bookedOn <= d)
          .reduce((sum, { kind, amount }) => sum + (kind === "charge" || kind === "reversal" ? amount : -amount), 0n);
        expect(signed).toBe(p.open - p.credit);
        const listed = overdueCharges(charges, d);
        expect(listed.reduce((sum, { open }) => sum + open, 0n)).toBe(p.overdue);
        expect(listed.length).toBe(p.overdueCharges);
        for (const { charge: laidOn, open } of charges) expect(open >= 0n && open <= laidOn.amount).toBe(true);
        expect((p.openSince === null) === (p.overdue === 0n)).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { allocate } from "../../ledger/domain/allocate";
import type { Entry } from "../../ledger/domain/entry";
import { rentMonths } from "../../ledger/domain/receipts";
import { lateBy, ledgerLines, openCharges, rentCard } from "./account";

let id = 0;
const row = (more: Partial<Entry>): Entry & { description: null } => {
  id++;
  const base = { id: String(id), kind: "charge", category: "rent", amount: cents(60_000), bookedOn: day("2026-10-01") } as const;
  return { ...base, dueOn: null, reversesId: null, source: "erp", number: String(id), description: null, ...more };
};
const rent = (dueOn: string) => row({ bookedOn: day(dueOn), dueOn: day(dueOn) });
const paid = (on: string, amount = 60_000) => row({ kind: "payment", category: null, bookedOn: day(on), amount: cents(amount) });

describe("the rent card", () => {
  const entries = [
    rent("2026-09-01"),
    paid("2026-09-03"),
    rent("2026-10-01"),
    paid("2026-10-26"),
    rent("2026-11-01"),
    rent("2026-12-01"),
  ];
  const today = day("2026-11-12");
  const allocation = allocate({ entries, designations: [], arrangements: [] }, today);

  it("shows the day a month came in, that it was late, and that one is open", () => {
    const card = rentCard(rentMonths(allocation, 12), allocation, 5);
    expect(card.map(({ month, coveredOn, late }) => [month, coveredOn, late])).toEqual([
      ["2026-09", "2026-09-03", false],
      ["2026-10", "2026-10-26", true],
      ["2026-11", null, false],
    ]);
  });
  it("names what a hold can cover, and by how many working days the oldest is late", () => {
    expect(openCharges(allocation)).toMatchObject([{ dueOn: "2026-11-01", monthlyRent: true, open: cents(60_000) }]);
    expect(lateBy(allocation)).toBe(9);
  });
});

describe("the rent account as it reads", () => {
  it("has the balance after each line, newest first, with what lies before summed in", () => {
    const entries = [rent("2025-01-01"), paid("2025-01-02", 10_000), rent("2026-11-01"), paid("2026-11-03")];
    const laid = allocate({ entries, designations: [], arrangements: [] }, day("2026-11-10"));
    const lines = ledgerLines(entries, laid, day("2026-01-01"));
    expect(lines.map(({ day: on, balance }) => [on, Number(balance)])).toEqual([
      ["2026-11-03", 50_000],
      ["2026-11-01", 110_000],
    ]);
  });

  it("tells under a receipt what it paid, under a charge who paid it, and under a return what is open again", () => {
    const [october, november] = [rent("2026-10-01"), rent("2026-11-01")];
    const debit = paid("2026-11-01");
    const back = row({ kind: "reversal", category: null, bookedOn: day("2026-11-04"), reversesId: debit.id });
    const entries = [october, paid("2026-10-02"), november, debit, back, paid("2026-11-06", 20_000)];
    const laid = allocate({ entries, designations: [], arrangements: [] }, day("2026-11-10"));
    const byId = new Map(ledgerLines(entries, laid, day("2026-01-01")).map((line) => [line.id, line]));
    expect(byId.get(back.id)?.lies).toEqual([{ day: "2026-11-01", category: "rent", amount: 60_000n, named: false }]);
    expect(byId.get(debit.id)?.lies).toEqual([]);
    expect(byId.get(november.id)).toMatchObject({
      open: 40_000n,
      openSince: "2026-11-04",
      lies: [{ day: "2026-11-06", amount: 20_000n }],
    });
    expect(byId.get(october.id)).toMatchObject({ open: 0n, openSince: null, lies: [{ day: "2026-10-02", amount: 60_000n }] });
  });
});

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
  const allocation = allocate(entries, [], today);

  it("shows the day a month came in, that it was late, and that one is open", () => {
    const card = rentCard(rentMonths(entries, allocation, 12), allocation);
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
    const lines = ledgerLines(
      [rent("2025-01-01"), paid("2025-01-02", 10_000), rent("2026-11-01"), paid("2026-11-03")],
      day("2026-01-01"),
    );
    expect(lines.map(({ day: on, balance }) => [on, Number(balance)])).toEqual([
      ["2026-11-03", 50_000],
      ["2026-11-01", 110_000],
    ]);
  });
});

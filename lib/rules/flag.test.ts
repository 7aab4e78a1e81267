import { describe, expect, it } from "vitest";
import { Account } from "@/tests/factories/account";
import { account, caseFrom, d, facts, RENT } from "@/tests/factories/facts";
import type { Day, Month } from "../kernel/day";
import { assess } from "./assess";
import type { Facts } from "./facts";
import { flaggedBy } from "./flag";
import { Look } from "./look";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

const codes = (day: Day, ledger: Account, over: Partial<Facts> = {}) =>
  flaggedBy(facts(day, over, ledger), policy).map((one) => one.code);
const DAY = d("2026-11-09");
const owing = (day: Day, open: number) => account(day, 1).pay(d("2026-11-02"), RENT - open);

describe("a tenancy is flagged", () => {
  it.each([
    ["not while the rent is five working days late", "2026-11-06", RENT, []],
    ["from the sixth working day on", "2026-11-09", RENT, ["months-in-arrears"]],
    ["when exactly half a month is open", "2026-11-09", RENT / 2, ["months-in-arrears"]],
    ["not when it is less than 0.50 months, rounded half up", "2026-11-09", RENT / 2 - 301, []],
  ] as const)("%s", (_, day, open, wanted) => {
    expect(codes(d(day), owing(d(day), open))).toEqual(wanted);
  });

  it("when two months together make half of one", () => {
    const ledger = account(DAY, 2)
      .pay(d("2026-10-01"), RENT * 0.75, "2026-10" as Month)
      .pay(d("2026-11-02"), RENT * 0.75, "2026-11" as Month);
    expect(codes(DAY, ledger)).toEqual(["months-in-arrears", "old-amount"]);
  });

  it("when more than € 50,00 has been due and open on each of the last 25 days, of whatever kind", () => {
    const settled = (amount: number) => account(d("2026-10-30"), 0).charge(d("2026-10-01"), amount);
    expect(codes(d("2026-10-25"), settled(5_001))).toEqual([]);
    expect(codes(d("2026-10-26"), settled(5_001))).toEqual(["old-amount"]);
    expect(codes(d("2026-10-26"), settled(5_000))).toEqual([]);
    expect(codes(d("2026-10-26"), settled(9_000).pay(d("2026-10-10"), 4_000))).toEqual([]);
  });

  it("when three months in a row ended short, by however little that weighs", () => {
    const short = (amount: number) => {
      const ledger = new Account();
      for (const month of ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"] as Month[]) {
        ledger.rent(month, RENT);
        ledger.pay(d(`${month}-01`), month < "2026-08" ? RENT : RENT - amount);
      }
      return ledger;
    };
    expect(codes(DAY, short(300))).toEqual(["short-months"]);
    expect(codes(d("2026-10-30"), short(300))).toEqual([]);
    expect(codes(DAY, short(101))).toEqual([]);
    expect(codes(DAY, short(200))).toEqual(["short-months"]);
  });

  it("once a case is open, until it is cured", () => {
    const small = owing(DAY, 600);
    expect(codes(DAY, small)).toEqual([]);
    expect(codes(DAY, small, { cases: caseFrom(d("2026-10-09")) })).toEqual(["still-flagged"]);
    expect(codes(DAY, owing(DAY, 500), { cases: caseFrom(d("2026-10-09")) })).toEqual([]);
  });

  it("whether the bank is complete or not", () => {
    const bank = { completeThrough: null, expectedThrough: DAY };
    expect(codes(DAY, owing(DAY, RENT), { bank })).toContain("months-in-arrears");
  });

  it("with each month measured by its own rent", () => {
    const ledger = new Account()
      .rent("2026-10" as Month, 50_000)
      .rent("2026-11" as Month, 60_000)
      .pay(d("2026-10-01"), 50_000);
    expect(codes(DAY, ledger.pay(d("2026-11-01"), 30_400))).toEqual([]);
    expect(codes(DAY, new Account().rent("2026-11" as Month, 50_000).pay(d("2026-11-01"), 25_000))).toEqual([
      "months-in-arrears",
    ]);
  });

  it("on a day the office was closed one working day later", () => {
    const closedDays = new Set([d("2026-11-04")]);
    expect(codes(DAY, owing(DAY, RENT), { closedDays })).toEqual([]);
    expect(codes(d("2026-11-10"), owing(d("2026-11-10"), RENT), { closedDays })).toContain("months-in-arrears");
  });
});

it("is looked at again on the day on which booked rent falls due: from then on it takes money before a settlement does", () => {
  const paid = account(DAY, 0);
  const position = { ...facts(DAY, {}, paid).position, nextDueOn: d("2026-11-20") };
  expect(assess(facts(DAY, { position }, paid), policy).reassessOn).toBe("2026-11-20");
  expect(assess(facts(DAY, { position: { ...position, nextDueOn: DAY } }, paid), policy).reassessOn).toBe("2026-11-10");
});

it("is looked at again when the month ends, also where no new rent is booked: then other months are over", () => {
  const ledger = new Account();
  for (const month of ["2026-06", "2026-07", "2026-08", "2026-09"] as Month[]) ledger.rent(month, RENT);
  const on = d("2026-10-20");
  const look = new Look(on);
  expect(flaggedBy(facts(on, {}, ledger), policy, look).at(-1)).toMatchObject({
    code: "short-months",
    values: { to: "2026-09" },
  });
  expect(look.next).toBe("2026-11-01");
});

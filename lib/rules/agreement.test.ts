import { describe, expect, it } from "vitest";
import { Account } from "@/tests/factories/account";
import { account, d, facts, RENT } from "@/tests/factories/facts";
import { type Day, type Month } from "../kernel/day";
import { cents } from "../kernel/money";
import { arrangementState, breaches, promiseState } from "./agreement";
import type { ArrangementFacts, Facts, PromiseFacts } from "./facts";
import { Look } from "./look";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

const promise = (over: Partial<PromiseFacts> = {}): PromiseFacts => ({
  id: 1,
  madeOn: d("2026-11-09"),
  promisedOn: d("2026-11-13"),
  amount: cents(RENT),
  withdrawnOn: null,
  ...over,
});
const stateOn = (day: Day, ledger: Account, over: Partial<PromiseFacts> = {}, known: Partial<Facts> = {}) =>
  promiseState(promise(over), facts(day, known, ledger), policy, new Look(day));

describe("a promise for Friday the 13th", () => {
  it.each([
    ["pending on the day itself", "2026-11-13", [], "pending"],
    ["pending on Tuesday, the second working day after", "2026-11-17", [], "pending"],
    ["broken on Wednesday", "2026-11-18", [], "broken"],
    ["kept when it came on Tuesday", "2026-11-18", [["2026-11-17", RENT]], "kept"],
    ["broken when it came on Wednesday", "2026-11-18", [["2026-11-18", RENT]], "broken"],
    ["kept when € 1,00 is missing", "2026-11-18", [["2026-11-12", RENT - 100]], "kept"],
    ["broken when € 1,01 is missing", "2026-11-18", [["2026-11-12", RENT - 101]], "broken"],
    [
      "broken when the payment was taken back",
      "2026-11-18",
      [
        ["2026-11-12", RENT],
        ["2026-11-16", 0],
      ],
      "broken",
    ],
    ["not kept by money of before it was made", "2026-11-18", [["2026-11-06", RENT]], "broken"],
  ] as const)("is %s", (_, day, paid, wanted) => {
    const ledger = account(d(day), 2);
    for (const [on, amount] of paid) {
      if (amount === 0) ledger.bounce(d(on));
      else ledger.pay(d(on), amount);
    }
    expect(stateOn(d(day), ledger)).toBe(wanted);
  });

  it("is withdrawn when it was taken back in time, broken when that was too late", () => {
    expect(stateOn(d("2026-11-20"), account(d("2026-11-20"), 1), { withdrawnOn: d("2026-11-12") })).toBe("withdrawn");
    expect(stateOn(d("2026-11-20"), account(d("2026-11-20"), 1), { withdrawnOn: d("2026-11-18") })).toBe("broken");
  });

  it("ends with a cure in between", () => {
    const cases = [{ id: 1, openedOn: d("2026-11-09"), closedOn: d("2026-11-12"), reopened: [] }];
    expect(stateOn(d("2026-11-20"), account(d("2026-11-20"), 1), {}, { cases })).toBe("ended-by-cure");
  });
});

const arrangement: ArrangementFacts = {
  id: 1,
  agreedOn: d("2026-06-10"),
  startsOn: d("2026-06-25"),
  endedOn: null,
  instalments: [
    { dueOn: d("2026-06-25"), amount: cents(15_000) },
    { dueOn: d("2026-07-24"), amount: cents(15_000) },
  ],
};
/** June is open and in the arrangement; from July on rent is running. */
function ledger(...paid: [string, number][]): Account {
  const made = new Account();
  for (let month = 1; month <= 9; month++) made.rent(`2026-0${month}` as Month, RENT);
  for (let month = 1; month <= 5; month++) made.pay(d(`2026-0${month}-01`), RENT);
  for (const [on, amount] of paid) made.pay(d(on), amount);
  return made;
}
const stands = (day: string, ...paid: [string, number][]) =>
  arrangementState(arrangement, facts(d(day), {}, ledger(...paid)), policy, new Look(d(day)));

describe("an arrangement of two instalments beside the running rent", () => {
  const first: [string, number] = ["2026-06-25", 15_000];
  const july: [string, number] = ["2026-07-01", RENT];
  const second: [string, number] = ["2026-07-24", 15_000];

  it("is kept until an instalment is three working days late", () => {
    expect(stands("2026-06-30")).toBe("kept");
    expect(stands("2026-07-01")).toBe("instalment-missed");
    expect(stands("2026-07-01", first)).toBe("kept");
  });

  it("is kept while the new month is in its grace, and the running rent is behind after it", () => {
    expect(stands("2026-07-08", first)).toBe("kept");
    expect(stands("2026-07-09", first)).toBe("running-rent-behind");
    expect(stands("2026-07-09", first, july)).toBe("kept");
  });

  it("takes money for the rent first: an instalment cannot be paid with it", () => {
    expect(stands("2026-07-09", july)).toBe("instalment-missed");
    expect(stands("2026-07-02", july)).toBe("instalment-missed");
  });

  it("allows € 1,00 too little, and not a cent more", () => {
    expect(stands("2026-07-01", ["2026-06-25", 14_900])).toBe("kept");
    expect(stands("2026-07-01", ["2026-06-25", 14_899])).toBe("instalment-missed");
  });

  it("is completed when the last instalment is in, and ends with a cure or on its last day", () => {
    expect(stands("2026-07-31", first, july, second)).toBe("completed");
    const on = (over: Partial<ArrangementFacts>, known: Partial<Facts>) =>
      arrangementState({ ...arrangement, ...over }, facts(d("2026-06-20"), known, ledger()), policy, new Look(d("2026-06-20")));
    expect(on({ endedOn: d("2026-06-20") }, {})).toBe("ended");
    expect(on({}, { cases: [{ id: 1, openedOn: d("2026-06-09"), closedOn: d("2026-06-15"), reopened: [] }] })).toBe("ended");
  });

  it("remembers the day of every breach, also when it was made good later", () => {
    const day = d("2026-07-31");
    const seen = breaches(
      facts(day, { arrangements: [arrangement] }, ledger(july, ["2026-07-03", 15_000], second)),
      policy,
      new Look(day),
    );
    expect(seen.map((one) => [one.on, one.because])).toEqual([["2026-07-01", "instalment-missed"]]);
  });
});

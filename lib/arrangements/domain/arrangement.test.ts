import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, dayFromNumber, dayNumber } from "../../kernel/day";
import { cents, sum } from "../../kernel/money";
import { PERSONAL_CONTACT_1 as policy } from "../../rules/policy";
import { type ArrangementAsked, equalInstalments, mayArrange } from "./arrangement";
import { mayPromise, type PromiseAsked } from "./promise";

describe("equal instalments", () => {
  it("add up to the total to the cent, differ by at most one cent, and come a month apart", () => {
    const anyDay = fc.integer({ min: dayNumber(day("2024-01-01")), max: dayNumber(day("2030-12-31")) }).map(dayFromNumber);
    fc.assert(
      fc.property(fc.integer({ min: 36, max: 5_000_000 }), fc.integer({ min: 1, max: 36 }), anyDay, (total, count, startsOn) => {
        const instalments = equalInstalments(cents(total), count, startsOn);
        const amounts = instalments.map((one) => one.amount);
        expect(sum(amounts)).toBe(cents(total));
        expect(Number(amounts[0]) - Number(amounts.at(-1))).toBeLessThanOrEqual(1);
        expect(amounts.every((amount, index) => index === 0 || amount <= (amounts[index - 1] ?? 0n))).toBe(true);
        expect(new Set(instalments.map((one) => one.dueOn.slice(0, 7))).size).toBe(count);
      }),
    );
  });

  it("keep the day of the month, also after a short month", () => {
    expect(equalInstalments(cents(10_000), 3, day("2026-12-31")).map((one) => one.dueOn)).toEqual([
      "2026-12-31",
      "2027-01-31",
      "2027-02-28",
    ]);
  });

  it("put the cent that is left over on the first", () => {
    expect(equalInstalments(cents(10_000), 3, day("2026-12-01")).map((one) => Number(one.amount))).toEqual([3334, 3333, 3333]);
  });
});

describe("whether an arrangement may start", () => {
  const asked: ArrangementAsked = {
    today: day("2026-11-19"),
    startsOn: day("2026-12-01"),
    total: cents(61_240),
    count: 4,
    open: cents(61_240),
    running: false,
  };
  it.each([
    ["the total open, from the first of next month", {}, true],
    ["a first day that has passed", { startsOn: day("2026-11-18") }, "day-passed"],
    ["a first day two months away", { startsOn: day("2027-01-19") }, "arrangement-start-too-far"],
    ["more than what is open", { total: cents(61_241) }, "more-than-open"],
    ["nothing open", { open: cents(0) }, "nothing-open"],
    ["another one running", { running: true }, "arrangement-running"],
    ["instalments below a euro", { total: cents(350) }, "instalment-too-small"],
  ] as const)("%s", (_, change, expected) => {
    const answer = mayArrange({ ...asked, ...change }, policy);
    expect(answer.ok || answer.code).toBe(expected);
  });
});

describe("whether a promise may be made", () => {
  const asked: PromiseAsked = {
    today: day("2026-11-19"),
    promisedOn: day("2026-12-03"),
    amount: cents(61_240),
    incomeDay: false,
    open: cents(61_240),
    broken: 0,
    running: null,
  };
  it.each([
    ["fourteen days ahead", {}, true],
    ["today", { promisedOn: day("2026-11-19") }, true],
    ["fifteen days ahead", { promisedOn: day("2026-12-04") }, "promise-too-far"],
    ["the income day, thirty-one days ahead", { promisedOn: day("2026-12-20"), incomeDay: true }, true],
    ["the income day, thirty-two days ahead", { promisedOn: day("2026-12-21"), incomeDay: true }, "promise-too-far"],
    ["yesterday", { promisedOn: day("2026-11-18") }, "day-passed"],
    ["after one broken promise", { broken: 1 }, true],
    ["after the second broken promise", { broken: 2 }, "promises-used-up"],
    ["while another runs", { running: day("2026-11-24") }, "promise-running"],
    ["more than what is open", { amount: cents(61_241) }, "more-than-open"],
    ["part of what is open", { amount: cents(10_000) }, true],
    ["with nothing open", { open: cents(0) }, "nothing-open"],
  ] as const)("%s", (_, change, expected) => {
    const answer = mayPromise({ ...asked, ...change }, policy);
    expect(answer.ok || answer.code).toBe(expected);
  });
});

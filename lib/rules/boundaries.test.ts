import { describe, expect, it } from "vitest";
import { account, callMade, caseFrom, d, facts, mobile, promise, RENT, smsMade, visitMade } from "../../tests/factories/facts";
import { addDays, addMonths, type Day, firstDay, monthOf } from "../kernel/day";
import { cents } from "../kernel/money";
import { arrangementState } from "./agreement";
import { assess } from "./assess";
import type { ArrangementFacts, Facts } from "./facts";
import { habitOf } from "./habit";
import { Look } from "./look";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

const DAY = d("2026-11-09");
const answer = (over: Partial<Facts>, ledger = account(DAY, 1)) => assess(facts(DAY, over, ledger), policy);

describe("on the boundary itself", () => {
  const agreed: ArrangementFacts = {
    ...{ id: 1, agreedOn: d("2026-08-10"), startsOn: d("2026-08-20"), endedOn: null },
    instalments: [{ dueOn: d("2026-12-28"), amount: cents(10_000) }],
  };
  it.each([
    [100, "kept"],
    [101, "running-rent-behind"],
  ])("running rent that is %i cents short leaves an arrangement %s", (short, state) => {
    const ledger = account(DAY, 1);
    ledger.pay(d("2026-11-02"), RENT - short);
    const given = facts(DAY, { cases: caseFrom(d("2026-08-10")), arrangements: [agreed] }, ledger);
    expect(arrangementState(agreed, given, policy, new Look(DAY))).toBe(state);
  });

  it("of two things under way the later one says until when is waited", () => {
    const contact = answer({
      cases: caseFrom(d("2026-11-02")),
      attempts: [
        callMade(d("2026-11-03"), "morning", "not-answered"),
        callMade(d("2026-11-04"), "afternoon", "not-answered"),
        smsMade(DAY, "delivered"),
      ],
      visits: [visitMade(1, DAY, null, { plannedFor: DAY, doneOn: null })],
    }).contact;
    expect(contact).toMatchObject({ step: "wait-for-contact", until: "2026-11-12" });
    expect(contact.reasons.map((one) => one.code)).toEqual(["visit-planned", "sms-sent"]);
  });
});

describe("a habit", () => {
  /** Each of the last six months paid on a day; the present one too, on another. */
  const paidOn = (days: readonly number[], now?: number) => {
    const ledger = account(DAY, 12);
    const current = monthOf(DAY);
    for (let back = 11; back > 6; back--) ledger.pay(firstDay(addMonths(current, -back)), RENT);
    days.forEach((on, nth) => ledger.pay(addDays(firstDay(addMonths(current, nth - 6)), on - 1), RENT));
    if (now) ledger.pay(addDays(firstDay(current), now - 1), RENT);
    return facts(DAY, { cases: caseFrom(DAY) }, ledger);
  };
  const dayOf = (given: Facts) => habitOf(given, policy, new Look(DAY))?.dayOfMonth ?? null;

  it("is of the six months before this one: the oldest counts, and this month does not", () => {
    // Four of six by the fourth: with the oldest left out only three are.
    expect(dayOf(paidOn([2, 20, 20, 3, 4, 4]))).toBe(4);
    // What came in this month is no month of the habit yet.
    expect(dayOf(paidOn([20, 20, 20, 3, 4, 4], 2))).toBe(20);
  });

  it("that was named six months ago still holds, and one of seven months ago does not", () => {
    const named = (months: number) => {
      const on = addDays(firstDay(addMonths(monthOf(DAY), -months)), 23);
      const given = paidOn([24, 24, 24, 24, 24, 24]);
      // Contact in every month: the account itself shows no habit.
      const calls = [1, 2, 3, 4, 5, 6].map((back) => callMade(firstDay(addMonths(monthOf(DAY), -back)), "morning", "spoke"));
      return {
        ...given,
        attempts: calls,
        phones: [mobile()],
        promises: [{ ...promise(1, addDays(on, -9), on as Day), incomeDay: true }],
      };
    };
    expect(dayOf(named(6))).toBe(24);
    expect(dayOf(named(7))).toBeNull();
  });
});

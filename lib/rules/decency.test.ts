import { describe, expect, it } from "vitest";
import { Account } from "@/tests/factories/account";
import { account, callMade, caseFrom, d, facts, promise, RENT, said, smsMade, visitMade } from "@/tests/factories/facts";
import { addDays, addMonths, type Day, type Month } from "../kernel/day";
import { cents } from "../kernel/money";
import { assess } from "./assess";
import type { Facts } from "./facts";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

// Monday 9 November 2026: the rent of 1 November is past its grace of five working days.
const DAY = d("2026-11-09");
const answer = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) => assess(facts(day, over, ledger), policy);
const step = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) => answer(day, over, ledger).contact.step;
const since = { cases: caseFrom(DAY) };
const on = (count: number) => addDays(DAY, count);

const twoMissed = [callMade(DAY, "morning", "not-answered"), callMade(on(1), "afternoon", "not-answered")];

describe("examples of decency that must hold", () => {
  it("rent due yesterday, and a settlement of two years ago that was paid then: watch, nothing older is open", () => {
    const day = d("2026-11-02");
    const ledger = account(day, 1).charge(d("2024-06-01"), 24_000).pay(d("2024-06-10"), 24_000);
    const found = facts(day, {}, ledger);
    expect([found.position.overdueCharges, found.position.otherOverdue]).toEqual([1, 0n]);
    expect(assess(found, policy).contact.step).toBe("watch");
  });

  it("this month's debit returned, everything before paid: one month since the return, no letter before 14 and no report before 30 days", () => {
    const ledger = (day: Day) => account(day, 0).bounce(d("2026-11-18"));
    const at = (text: string, over: Partial<Facts> = {}) =>
      answer(d(text), over, account(d("2026-11-25"), 0).bounce(d("2026-11-18")));
    expect(facts(d("2026-11-19"), {}, ledger(d("2026-11-19"))).position).toMatchObject({
      monthsBehind: 1,
      openSince: "2026-11-18",
      debtSince: "2026-11-18",
    });
    expect(at("2026-11-25").contact.step).toBe("watch");
    const opened = { cases: caseFrom(d("2026-11-26")), attempts: [callMade(d("2026-11-26"), "morning", "not-answered")] };
    expect(at("2026-11-27", opened).contact.reasons[0]).toMatchObject({ code: "debit-returned", values: { on: "2026-11-18" } });
    expect(at("2026-12-01", opened).duty.step).toBe("not-yet");
    expect(at("2026-12-02", opened).duty.step).toBe("written-reminder");
    const letters = [{ caseId: 1, askedOn: d("2026-12-02"), sentOn: d("2026-12-02"), deliveredOn: d("2026-12-03") }];
    expect(at("2026-12-17", { ...opened, letters }).duty.step).toBe("not-yet");
    expect(at("2026-12-18", { ...opened, letters }).duty.step).toBe("refer");
  });

  it("two months under a kept arrangement, the next rent six days late: call, no visit and no report that day", () => {
    const agreedOn = d("2026-10-12");
    const instalments = [
      { dueOn: d("2026-10-26"), amount: cents(15_000) },
      { dueOn: d("2026-11-25"), amount: cents(15_000) },
    ];
    const arrangements = [{ id: 1, agreedOn, startsOn: agreedOn, endedOn: null, instalments }];
    const over = {
      cases: caseFrom(d("2026-09-09")),
      attempts: [callMade(agreedOn, "morning" as const, "spoke" as const)],
      arrangements,
    };
    const late = answer(DAY, over, account(DAY, 3).pay(d("2026-10-26"), 15_000));
    expect(late.contact.step).toBe("call");
    expect(late.duty.step).not.toBe("refer");
  });

  it("short € 12 every month: one call, one letter, no door", () => {
    const day = d("2026-11-10");
    const short = new Account();
    for (let month = "2026-01" as Month; month <= "2026-11"; month = addMonths(month, 1)) {
      short.rent(month, RENT);
      short.pay(`${month}-01` as Day, month < "2026-08" ? RENT : RENT - 1_200);
    }
    const first = answer(day, {}, short);
    expect([first.contact.step, first.small]).toEqual(["call", true]);
    const spoken = { cases: caseFrom(day), attempts: [callMade(day, "morning" as const, "spoke" as const)] };
    expect(answer(d("2026-11-18"), spoken, short).contact.step).toBe("consultant-review");
    expect(answer(d("2026-11-18"), spoken, short).duty.reasons.map((one) => one.code)).toContain("letter-standing-order");
    const missed = {
      cases: caseFrom(day),
      attempts: [
        callMade(day, "morning" as const, "not-answered" as const),
        callMade(d("2026-11-11"), "afternoon" as const, "not-answered" as const),
        smsMade(d("2026-11-11"), "delivered"),
      ],
    };
    expect(answer(d("2026-11-20"), missed, short).contact.step).toBe("consultant-review");
  });

  it("wants help ten days after a visit, while a promise runs: a visit all the same", () => {
    const visits = [visitMade(1, on(4), "spoke-inside", { purpose: "payment-problem" })];
    const disclosures = [said("wants-help", on(14))];
    const promises = [promise(1, on(4), on(18))];
    expect(step(on(14), { ...since, visits, promises, disclosures })).toBe("payment-problem");
    expect(step(on(14), { ...since, visits, promises })).toBe("promise-pending");
  });

  it("who refuses gets no new ladder within 90 days: a reason makes the review due", () => {
    const refused = [visitMade(1, on(10), "refused")];
    const reviews = [on(12)];
    const far = addDays(DAY, 60);
    const waits = answer(far, { ...since, visits: refused, reviews }, account(far, 3)).contact;
    expect(waits).toMatchObject({ step: "consultant-review", until: null });
    expect(answer(far, { ...since, visits: refused, reviews }, account(far, 3)).round?.ordinal).toBe(1);
  });

  it("a month behind for a year: letter, report, and the report again after 180 days", () => {
    const day = d("2027-11-20");
    const ledger = new Account();
    for (let month = "2026-01" as Month; month <= "2027-12"; month = addMonths(month, 1)) {
      ledger.rent(month, RENT);
      if (month !== "2026-11") ledger.pay(`${month}-02` as Day, RENT);
    }
    const letters = [{ caseId: 1, askedOn: on(14), sentOn: on(14), deliveredOn: null }];
    const base = { ...since, letters, attempts: twoMissed };
    expect(facts(day, base, ledger).position).toMatchObject({ monthsInArrears: 100, debtSince: "2026-11-02" });
    const reported = (reportedOn: Day) => ({
      ...base,
      referrals: [{ caseId: 1, askedOn: reportedOn, reportedOn, answeredOn: null, result: null }],
    });
    expect(answer(day, reported(addDays(day, -179)), ledger).duty.step).toBe("answered");
    expect(answer(day, reported(addDays(day, -180)), ledger).duty.step).toBe("refer");
  });

  it("a settlement alone is small for ever: phone, SMS, one letter, no door and no report", () => {
    const day = d("2026-11-30");
    const ledger = account(day, 0).charge(d("2026-10-01"), 40_000);
    const opened = {
      cases: caseFrom(d("2026-10-27")),
      attempts: [
        callMade(d("2026-10-27"), "morning" as const, "not-answered" as const),
        callMade(d("2026-10-28"), "afternoon" as const, "not-answered" as const),
        smsMade(d("2026-10-28"), "delivered"),
      ],
    };
    const found = answer(day, opened, ledger);
    expect([found.small, found.contact.step, found.duty.step]).toEqual([true, "consultant-review", "written-reminder"]);
  });

  it("heard that they died, nothing checked yet: everything waits", () => {
    expect(answer(DAY, { ...since, heard: { died: true, moved: false } })).toMatchObject({
      contact: { step: "hold" },
      duty: { step: "no-duty" },
    });
  });

  it("objection to sharing: no report", () => {
    const day = d("2026-12-07");
    const letters = [{ caseId: 1, askedOn: d("2026-11-16"), sentOn: d("2026-11-16"), deliveredOn: null }];
    const over = { ...since, letters, attempts: twoMissed };
    expect(answer(day, over, account(day, 2)).duty.step).toBe("refer");
    expect(answer(day, { ...over, objectedToSharingOn: d("2026-11-20") }, account(day, 2)).duty.step).toBe("objection");
  });
});

import { describe, expect, it } from "vitest";
import {
  account,
  callMade,
  caseFrom,
  d,
  facts,
  landline,
  mobile,
  promise,
  RENT,
  said,
  smsMade,
  tenant,
  visitMade,
} from "@/tests/factories/facts";
import { addDays, addMonths, type Day, firstDay, monthOf } from "../kernel/day";
import { cents } from "../kernel/money";
import { assess } from "./assess";
import type { CaretakerTaskFacts, Facts } from "./facts";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

// Monday 9 November 2026: the rent of 1 November is past its grace of five working days.
const DAY = d("2026-11-09");
const answer = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) => assess(facts(day, over, ledger), policy);
const step = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) => answer(day, over, ledger).contact.step;
const since = { cases: caseFrom(DAY) };
const on = (count: number) => addDays(DAY, count);

const twoMissed = [callMade(DAY, "morning", "not-answered"), callMade(on(1), "afternoon", "not-answered")];
const task = (over: Partial<CaretakerTaskFacts> = {}): CaretakerTaskFacts => ({
  id: 1,
  caseId: 1,
  round: 1,
  givenOn: on(4),
  rings: [],
  cardLeftOn: null,
  closedOn: null,
  withdrawn: false,
  ...over,
});
const rung = task({
  rings: [
    { day: on(7), result: "not-home" },
    { day: on(9), result: "not-home" },
  ],
});

describe("examples of the ladder that must hold", () => {
  it("one month unpaid, grace over, bank complete, no contact: call", () => {
    expect(step(DAY)).toBe("call");
    expect(step(addDays(DAY, -1))).toBe("watch");
  });

  it("the same with the bank not complete: wait for the bank", () => {
    expect(step(DAY, { bank: { completeThrough: d("2026-11-05"), expectedThrough: d("2026-11-06") } })).toBe("wait-for-bank");
    expect(step(DAY, { bank: { completeThrough: null, expectedThrough: d("2026-11-06") } })).toBe("wait-for-bank");
  });

  it("€ 4,90 left: cured; € 5,01 left: not", () => {
    expect(step(DAY, since, account(DAY, 1).pay(DAY, RENT - 490))).toBe("cured");
    expect(step(DAY, since, account(DAY, 1).pay(DAY, RENT - 501))).toBe("call");
  });

  it("1 July with June's rent open: still flagged", () => {
    const july = d("2026-07-01");
    const open = answer(july, { cases: caseFrom(d("2026-06-09")) }, account(july, 2));
    expect([open.flagged, open.contact.step]).toEqual([true, "call"]);
    const paidThatDay = answer(july, { cases: caseFrom(d("2026-06-09")) }, account(july, 2).pay(july, RENT));
    expect([paidThatDay.flagged, paidThatDay.contact.step]).toEqual([true, "watch"]);
  });

  it("€ 1 paid of € 600: still flagged", () => {
    expect(answer(DAY, since, account(DAY, 1).pay(DAY, 100)).flagged).toBe(true);
  });

  it("paid after the list was made: gone when it is asked again", () => {
    expect(step(DAY, since, account(DAY, 1).pay(DAY, RENT))).toBe("cured");
  });

  it("one missed call this morning: wait, then call another day and another part", () => {
    const missed = { ...since, attempts: [callMade(DAY, "morning", "not-answered")] };
    expect(answer(DAY, missed).contact).toMatchObject({ step: "wait-for-contact", until: on(1) });
    const next = answer(on(1), missed).contact;
    expect(next.step).toBe("call");
    expect(next.reasons.find((one) => one.code === "called-not-answered")?.values).toMatchObject({ times: 1, part: "afternoon" });
  });

  it("two missed on different days and parts: SMS", () => {
    expect(step(on(1), { ...since, attempts: twoMissed })).toBe("sms");
    const samePart = [callMade(DAY, "morning", "not-answered"), callMade(on(1), "morning", "not-answered")];
    expect(step(on(2), { ...since, attempts: samePart })).toBe("call");
  });

  it("SMS undelivered and no other number: caretaker", () => {
    const attempts = [...twoMissed, smsMade(on(1), "undelivered")];
    const contact = answer(on(1), { ...since, attempts }).contact;
    expect(contact.step).toBe("caretaker");
    expect(contact.reasons.map((one) => one.code)).toContain("sms-undelivered");
    expect(step(on(1), { ...since, attempts, phones: [mobile(), mobile(1, "+31687654321")] })).toBe("sms");
  });

  it("SMS silent for three working days: caretaker", () => {
    const attempts = [...twoMissed, smsMade(on(1), "delivered")];
    expect(answer(on(3), { ...since, attempts }).contact).toMatchObject({ step: "wait-for-contact", until: on(4) });
    expect(step(on(4), { ...since, attempts })).toBe("caretaker");
  });

  it("the second ring finds nobody: card", () => {
    const attempts = [...twoMissed, smsMade(on(1), "delivered")];
    expect(step(on(9), { ...since, attempts, caretakerTasks: [rung] })).toBe("callback-card");
    const first = task({ rings: [{ day: on(7), result: "not-home" }] });
    expect(step(on(8), { ...since, attempts, caretakerTasks: [first] })).toBe("wait-for-contact");
  });

  it("card silent for five working days: one more call, then a home visit, in the daytime", () => {
    const attempts = [...twoMissed, smsMade(on(1), "delivered")];
    const carded = { ...since, attempts, caretakerTasks: [{ ...rung, cardLeftOn: on(9), closedOn: on(9) }] };
    expect(answer(on(15), carded).contact).toMatchObject({ step: "wait-for-contact", until: on(16) });
    expect(answer(on(16), carded).contact).toMatchObject({ step: "call-again" });
    expect(step(on(17), { ...carded, attempts: [...attempts, callMade(on(16), "afternoon", "not-answered")] })).toBe(
      "visit-unreached",
    );
  });

  it("a promise for the 14th: wait until the 14th and two working days, then a new round: call; broken again: home visit", () => {
    const first = promise(1, d("2026-07-09"), d("2026-07-14"));
    const base = { cases: caseFrom(d("2026-07-09")), attempts: [callMade(d("2026-07-09"), "morning", "spoke")] };
    const july = (day: Day) => account(day, 1);
    expect(answer(d("2026-07-16"), { ...base, promises: [first] }, july(d("2026-07-16"))).contact).toMatchObject({
      step: "promise-pending",
      until: d("2026-07-17"),
    });
    const broken = answer(d("2026-07-17"), { ...base, promises: [first] }, july(d("2026-07-17")));
    expect(broken.contact.step).toBe("call");
    expect(broken.round).toMatchObject({ ordinal: 2, because: "promise-broken", startedOn: "2026-07-17", reached: false });
    const again = {
      ...base,
      attempts: [...base.attempts, callMade(d("2026-07-17"), "morning", "spoke")],
      promises: [first, promise(2, d("2026-07-17"), d("2026-07-21"))],
    };
    expect(step(d("2026-07-24"), again, july(d("2026-07-24")))).toBe("payment-problem");
  });

  it("arrangement kept, the new month six working days late: call, and the arrangement is still kept", () => {
    const agreedOn = d("2026-10-12");
    const instalments = [
      { dueOn: d("2026-10-26"), amount: cents(15_000) },
      { dueOn: d("2026-11-25"), amount: cents(15_000) },
    ];
    const arrangements = [{ id: 1, agreedOn, startsOn: agreedOn, endedOn: null, instalments }];
    const over = { cases: caseFrom(d("2026-10-09")), attempts: [callMade(agreedOn, "morning", "spoke")], arrangements };
    const paid = (day: Day) => account(day, 2).pay(d("2026-10-26"), 15_000);
    expect(step(d("2026-11-06"), over, paid(d("2026-11-06")))).toBe("arrangement-kept");
    const late = answer(d("2026-11-09"), over, paid(d("2026-11-09")));
    expect([late.contact.step, late.round?.because]).toEqual(["call", "running-rent-behind"]);
  });

  it("an instalment € 0,50 short is kept, € 1,50 short is missed", () => {
    const agreedOn = d("2026-11-09");
    const instalments = [
      { dueOn: d("2026-11-16"), amount: cents(15_000) },
      { dueOn: d("2026-12-16"), amount: cents(45_000) },
    ];
    const arrangements = [{ id: 1, agreedOn, startsOn: agreedOn, endedOn: null, instalments }];
    const over = { ...since, attempts: [callMade(DAY, "morning", "spoke")], arrangements };
    const day = d("2026-11-20");
    expect(step(day, over, account(day, 1).pay(d("2026-11-16"), 14_950))).toBe("arrangement-kept");
    expect(answer(day, over, account(day, 1).pay(d("2026-11-16"), 14_850))).toMatchObject({
      contact: { step: "call" },
      round: { because: "instalment-missed" },
    });
  });

  it("reached, nothing agreed: follow-up after five working days, twice, then the consultant", () => {
    const spoke = (day: Day) => callMade(day, "morning", "spoke");
    const over = (...days: Day[]) => ({ ...since, attempts: days.map(spoke) });
    expect(answer(on(6), over(DAY)).contact).toMatchObject({ step: "wait-for-contact", until: on(7) });
    expect(step(on(7), over(DAY))).toBe("follow-up");
    expect(step(on(14), over(DAY, on(7)))).toBe("follow-up");
    expect(step(on(21), over(DAY, on(7), on(14)))).toBe("consultant-review");
  });

  it("a first import that shows three months: home visit, not a letter", () => {
    const first = answer(DAY, {}, account(DAY, 3)).contact;
    expect(first.step).toBe("payment-problem");
    expect(first.reasons[0]?.code).toBe("first-seen-with-months");
  });

  it("one of two tenants died: the other, after the quiet period", () => {
    const people = [tenant(1, { deceasedOn: d("2026-11-05") }), tenant(2, { role: "co-tenant" })];
    const over = { ...since, people, phones: [mobile(1), mobile(2, "+31687654321")] };
    expect(answer(DAY, over).contact).toMatchObject({ step: "hold", until: d("2026-11-19") });
    expect(step(d("2026-11-19"), over)).toBe("call");
    expect(step(DAY, { ...since, people: [tenant(1, { deceasedOn: d("2026-11-05") })] })).toBe("deceased");
  });

  it("a representative is known: call the office, and nothing else", () => {
    const people = [tenant(1), tenant(2, { role: "representative" })];
    const over = { ...since, people, phones: [mobile(1), landline(2)] };
    const contact = answer(DAY, over).contact;
    expect([contact.step, contact.reasons.map((one) => one.code).includes("via-representative")]).toEqual(["call", true]);
    const days = [DAY, on(1), on(2)];
    const attempts = days.map((day, at) => ({
      ...callMade(day, at === 0 ? "morning" : "afternoon", "not-answered"),
      personId: 2,
    }));
    expect(step(on(3), { ...over, attempts })).toBe("consultant-review");
  });

  it("only the caretaker spoke with them: reached, no card", () => {
    const spoke = task({ rings: [{ day: on(7), result: "spoke" }], closedOn: on(7) });
    const attempts = [...twoMissed, smsMade(on(1), "delivered")];
    expect(answer(on(8), { ...since, attempts, caretakerTasks: [spoke] })).toMatchObject({
      contact: { step: "wait-for-contact" },
      round: { reached: true },
    });
    expect(step(on(14), { ...since, attempts, caretakerTasks: [spoke] })).toBe("follow-up");
  });

  it("garage and home open: one call, and the home leads", () => {
    expect(step(DAY, { siblings: [{ tenancyId: 7, kind: "parking", worked: true }] })).toBe("call");
    const garage = { ...facts(DAY).tenancy, id: 7, kind: "parking" as const };
    const other = answer(DAY, { tenancy: garage, siblings: [{ tenancyId: 9, kind: "home", worked: true }] }).contact;
    expect(other.step).toBe("wait-for-contact");
    expect(other.reasons[0]).toEqual({ code: "together", values: { tenancyId: 9 } });
    expect(step(DAY, { tenancy: garage, siblings: [{ tenancyId: 9, kind: "home", worked: false }] })).toBe("call");
    expect(step(DAY, { tenancy: garage, siblings: [{ tenancyId: 9, kind: "home", worked: false }] })).toBe("call");
  });

  it("always pays on the 24th, spoken with once: wait for the habit", () => {
    const ledger = account(DAY, 12);
    for (const month of [
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
      "2026-09",
      "2026-10",
    ])
      ledger.pay(d(`${month}-24`), RENT);
    const spoke = [{ ...callMade(d("2026-03-03"), "morning" as const, "spoke" as const), direction: "inbound" as const }];
    expect(answer(DAY, { ...since, attempts: spoke }, ledger).contact).toMatchObject({
      step: "wait-for-habit",
      until: d("2026-11-28"),
    });
    expect(step(DAY, since, ledger)).toBe("call");
    expect(step(DAY, { ...since, disclosures: [said("other-collection-day", d("2026-05-01"))] }, ledger)).toBe("wait-for-habit");
    expect(step(d("2026-11-28"), { ...since, attempts: spoke }, ledger)).toBe("call");
  });

  it("named the day on which the pension comes in, spoken with once: wait for that day until it was missed once", () => {
    const ledger = account(DAY, 12);
    for (let back = 11; back >= 1; back--) ledger.pay(addDays(firstDay(addMonths(monthOf(DAY), -back)), 23), RENT);
    const asked = [callMade(d("2026-10-09"), "morning", "spoke")];
    const named = { ...since, attempts: asked, promises: [{ ...promise(1, d("2026-10-09"), d("2026-10-24")), incomeDay: true }] };
    const contact = answer(DAY, named, ledger).contact;
    expect(contact).toMatchObject({ step: "wait-for-habit", until: d("2026-11-28") });
    expect(contact.reasons.map((one) => one.code)).toEqual(["pays-as-said"]);
    const elsewhere = { ...named, promises: [{ ...promise(1, d("2026-10-09"), d("2026-10-16")), incomeDay: true }] };
    expect(step(DAY, elsewhere, ledger), "October was paid on the 24th, not around the 16th").not.toBe("wait-for-habit");
    expect(step(DAY, { ...named, promises: [promise(1, d("2026-10-09"), d("2026-10-24"))] }, ledger)).not.toBe("wait-for-habit");
  });

  it("short again next month after a cure, never reached: the same round, no second card", () => {
    const day = d("2026-12-09");
    const cases = [{ id: 1, openedOn: DAY, closedOn: on(17), reopened: [] }];
    const attempts = [...twoMissed, smsMade(on(1), "delivered")];
    const carded = { cases, attempts, caretakerTasks: [{ ...rung, cardLeftOn: on(9), closedOn: on(9) }] };
    const back = answer(day, carded);
    expect([back.contact.step, back.round?.ordinal, back.round?.startedOn]).toEqual(["call-again", 1, DAY]);
    const reached = answer(day, { ...carded, attempts: [...attempts, callMade(on(16), "morning", "spoke")] });
    expect([reached.contact.step, reached.round?.ordinal]).toEqual(["call", 2]);
  });

  it("two visits without contact: the consultant decides, and looks again after four weeks", () => {
    const visits = [visitMade(1, on(16), "nobody"), visitMade(2, on(21), "nobody")];
    const day = on(22);
    const over = {
      ...since,
      attempts: twoMissed,
      caretakerTasks: [{ ...rung, cardLeftOn: on(9), closedOn: on(9) }],
      visits,
      phones: [],
    };
    expect(answer(day, over, account(day, 2)).contact).toMatchObject({ step: "consultant-review", until: null });
    const reviewed = answer(day, { ...over, reviews: [day] }, account(day, 2));
    expect(reviewed.contact).toMatchObject({ step: "consultant-review", until: addDays(day, 28) });
  });
});

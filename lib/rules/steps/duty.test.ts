import { describe, expect, it } from "vitest";
import { account, callMade, caseFrom, d, facts, RENT, smsMade, tenant } from "@/tests/factories/facts";
import { addDays, type Day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { assess } from "../assess";
import type { Facts } from "../facts";
import { PERSONAL_CONTACT_1 as policy } from "../policy";

const DAY = d("2026-11-09");
const answer = (day: Day, over: Partial<Facts> = {}, ledger = account(day, day < d("2026-12-01") ? 1 : 2)) =>
  assess(facts(day, { cases: caseFrom(DAY), attempts: [callMade(DAY, "morning", "not-answered")], ...over }, ledger), policy)
    .duty;
const step = (day: Day, over: Partial<Facts> = {}) => answer(day, over).step;
const letters = [{ caseId: 1, askedOn: d("2026-11-16"), sentOn: d("2026-11-16"), deliveredOn: null }];
const referral = { caseId: 1, askedOn: d("2026-12-02"), reportedOn: d("2026-12-02"), answeredOn: null, result: null };
const home = facts(DAY).tenancy;
/** A debt of 14 days, and of 30: it counts from the day after the rent was due. */
const LETTER_DAY = d("2026-11-16");
const REPORT_DAY = d("2026-12-02");

describe("no duty", () => {
  it.each<[string, Partial<Facts>]>([
    ["for a garage", { tenancy: { ...home, kind: "parking" } }],
    ["for a shop", { tenancy: { ...home, kind: "commercial" } }],
    ["when the tenant died", { people: [tenant(1, { deceasedOn: DAY })] }],
    ["when they left", { tenancy: { ...home, endsOn: DAY } }],
    ["when a summons runs", { legal: { kind: "summons", since: DAY } }],
  ])("%s", (_, over) => {
    expect(step(LETTER_DAY, over)).toBe("no-duty");
  });
  it("before two weeks are over, with the reason that nothing is due yet", () => {
    expect(answer(addDays(LETTER_DAY, -1))).toMatchObject({ step: "not-yet", reasons: [{ code: "duty-not-yet" }] });
  });
  it("also for a dwelling with care the letter counts", () => {
    expect(step(LETTER_DAY, { tenancy: { ...home, kind: "care" } })).toBe("written-reminder");
  });
});

describe("the duty is paused", () => {
  const charges = facts(DAY).overdue.map((one) => one.id);
  const instalments = [{ dueOn: d("2026-12-25"), amount: cents(RENT) }];
  it.each<[string, Partial<Facts>]>([
    ["by a hold", { holds: [{ id: 1, from: DAY, reviewOn: d("2026-12-20"), endedOn: null, charges }] }],
    ["by a promise", { promises: [{ id: 1, madeOn: DAY, promisedOn: d("2026-11-20"), amount: cents(RENT), withdrawnOn: null }] }],
    ["by an arrangement that is kept", { arrangements: [{ id: 1, agreedOn: DAY, startsOn: DAY, endedOn: null, instalments }] }],
    [
      "while a payment is searched",
      { disclosures: [{ kind: "already-paid", saidOn: d("2026-11-13"), until: null, resolvedOn: null, resolution: null }] },
    ],
    ["while the bank is not complete", { bank: { completeThrough: d("2026-11-12"), expectedThrough: d("2026-11-13") } }],
    ["while the data is wrong", { dataProblems: { contradictory: true, balanceDiffers: null, since: DAY } }],
    ["in the quiet after a death", { people: [tenant(1, { deceasedOn: DAY }), tenant(2)] }],
  ])("%s", (_, over) => {
    expect(step(LETTER_DAY, over)).toBe("paused");
  });
});

describe("letter and report", () => {
  it("the letter from 14 days past due on, once in a case, until somebody sent it", () => {
    expect(step(LETTER_DAY)).toBe("written-reminder");
    expect(step(LETTER_DAY, { letters: [{ ...letters[0], sentOn: null } as Facts["letters"][0]] })).toBe("written-reminder");
    expect(step(LETTER_DAY, { letters: letters.map((one) => ({ ...one, caseId: 99 })) })).toBe("written-reminder");
  });

  it("then two weeks for an answer, from the second postal day on", () => {
    expect(answer(d("2026-12-01"), { letters })).toMatchObject({ step: "wait-for-answer", until: d("2026-12-02") });
    expect(step(REPORT_DAY, { letters })).toBe("refer");
    expect(step(d("2026-12-05"), { letters: letters.map((one) => ({ ...one, deliveredOn: d("2026-11-25") })) })).toBe(
      "wait-for-answer",
    );
  });

  it("no report before 30 days past due, even when the answer's term is over", () => {
    const early = letters.map((one) => ({ ...one, sentOn: d("2026-11-09"), deliveredOn: d("2026-11-10") }));
    expect(answer(d("2026-11-30"), { letters: early })).toMatchObject({ step: "not-yet", reasons: [{ code: "duty-not-yet" }] });
    expect(step(REPORT_DAY, { letters: early })).toBe("refer");
  });

  it("names each effort that is not proven", () => {
    expect(step(REPORT_DAY, { letters, attempts: [] })).toBe("missing-effort");
    const missing = (over: Partial<Facts>) => answer(REPORT_DAY, { letters, ...over }).reasons.map((one) => one.code);
    expect(missing({ attempts: [] })).toEqual(["missing-personal-contact"]);
    expect(missing({ attempts: [smsMade(DAY, "delivered")] })).toEqual(["missing-personal-contact"]);
    expect(missing({ letters: letters.map((one) => ({ ...one, helpPointed: false, offerMade: false })) })).toEqual([
      "missing-help-pointed",
      "missing-offer",
    ]);
  });

  it("no report after an objection, however late", () => {
    expect(step(REPORT_DAY, { letters, objectedToSharingOn: d("2026-11-20") })).toBe("objection");
    expect(step(LETTER_DAY, { objectedToSharingOn: d("2026-11-10") })).toBe("written-reminder");
  });

  it("a report is made once, waited for 28 days, and then answered or silent", () => {
    const reported = { letters, referrals: [referral] };
    expect(answer(d("2026-12-29"), reported)).toMatchObject({ step: "wait-for-municipality", until: d("2026-12-30") });
    expect(answer(d("2026-12-30"), reported)).toMatchObject({ step: "answered", reasons: [{ code: "municipality-silent" }] });
    const help = { letters, referrals: [{ ...referral, answeredOn: d("2026-12-10"), result: "help-accepted" as const }] };
    expect(answer(d("2026-12-11"), help)).toMatchObject({
      step: "answered",
      reasons: [{ code: "municipality-answered-help-accepted" }],
    });
  });
});

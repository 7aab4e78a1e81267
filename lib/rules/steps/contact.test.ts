import { describe, expect, it } from "vitest";
import {
  account,
  callMade,
  caseFrom,
  d,
  facts,
  landline,
  mobile,
  RENT,
  said,
  smsMade,
  tenant,
  visitMade,
} from "@/tests/factories/facts";
import { addDays, type Day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import { assess } from "../assess";
import type { CaretakerResult, CaretakerTaskFacts, Facts } from "../facts";
import { PERSONAL_CONTACT_1 as policy } from "../policy";

// Monday 9 November 2026; the rent of November counts from this day on.
const DAY = d("2026-11-09");
const on = (count: number) => addDays(DAY, count);
const answer = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) =>
  assess(facts(day, { cases: caseFrom(DAY), ...over }, ledger), policy).contact;
const step = (day: Day, over: Partial<Facts> = {}, ledger = account(day, 1)) => answer(day, over, ledger).step;
const codes = (day: Day, over: Partial<Facts> = {}) => answer(day, over).reasons.map((one) => one.code);
const called = [callMade(DAY, "morning", "not-answered"), callMade(on(1), "afternoon", "voicemail")];
const texted = [...called, smsMade(on(1), "delivered")];
/** The card brought nothing either, nor did the call after it. */
const calledAgain = [...texted, callMade(on(15), "morning", "not-answered")];
const rings = (...results: CaretakerResult[]): CaretakerTaskFacts => ({
  id: 1,
  caseId: 1,
  round: 1,
  givenOn: on(4),
  rings: results.map((result, at) => ({ day: on(7 + at), result })),
  cardLeftOn: null,
  closedOn: null,
  withdrawn: false,
});
const carded = { ...rings("not-home", "not-home"), cardLeftOn: on(8), closedOn: on(8) };

describe("before any contact", () => {
  const people = [tenant(1, { deceasedOn: DAY }), tenant(2, { role: "contact" })];
  const tenancy = facts(DAY).tenancy;
  it.each<[string, string, Partial<Facts>]>([
    ["the only tenant died, a contact person lives", "deceased", { people }],
    ["the tenancy ended yesterday", "departed", { tenancy: { ...tenancy, endsOn: on(-1) } }],
    ["the tenancy ends today", "call", { tenancy: { ...tenancy, endsOn: DAY } }],
    ["no rent is known", "check-data", { tenancy: { ...tenancy, monthlyRent: null } }],
    ["the rent is nothing", "check-data", { tenancy: { ...tenancy, monthlyRent: cents(0) } }],
    ["no tenant is known", "check-data", { people: [] }],
    ["entries contradict each other", "check-data", { dataProblems: { contradictory: true, balanceDiffers: null, since: DAY } }],
    ["the balance differs", "check-data", { dataProblems: { contradictory: false, balanceDiffers: true, since: DAY } }],
    ["no balance was ever compared", "call", { dataProblems: { contradictory: false, balanceDiffers: null, since: null } }],
    ["a judgment runs", "legal-running", { legal: { kind: "judgment", since: on(-3) } }],
    ["no legal step is known", "call", { legal: null }],
    ["a receipt in suspense may be theirs", "wait-for-bank", { maybePaid: [{ bookedOn: on(-1), amount: cents(RENT) }] }],
    ["they said it was paid", "wait-for-bank", { disclosures: [said("already-paid", on(-1))] }],
    [
      "it was found that it was not paid",
      "call",
      { disclosures: [said("already-paid", on(-3), { resolvedOn: on(-1), resolution: "not-found" })] },
    ],
  ])("%s: %s", (_, wanted, over) => {
    expect(step(DAY, over)).toBe(wanted);
  });

  it("wrong data goes to the manager after five working days", () => {
    const dataProblems = { contradictory: true, balanceDiffers: null, since: DAY };
    expect(codes(on(4), { dataProblems })).not.toContain("manager-data-problem");
    expect(codes(on(7), { dataProblems })).toContain("manager-data-problem");
  });

  it("a search for a payment is waited for five working days, no longer", () => {
    const over = { disclosures: [said("already-paid", DAY)], attempts: [callMade(DAY, "morning", "spoke")] };
    expect(answer(on(7), over)).toMatchObject({ step: "wait-for-bank", until: on(8) });
    expect(step(on(8), over)).toBe("follow-up");
  });
});

describe("a hold", () => {
  const open = facts(DAY).overdue.map((one) => one.id);
  const holds = [{ id: 1, from: DAY, reviewOn: on(14), endedOn: null, charges: open }];
  const onNovember = (day: Day) => {
    const november = account(day, 2).charges.filter((one) => one.dueOn === "2026-11-01");
    return holds.map((one) => ({ ...one, charges: november.map((charge) => charge.id) }));
  };
  it("on every overdue charge stops contact until its review day, and also after a missed one", () => {
    expect(answer(on(1), { holds })).toMatchObject({ step: "hold", until: on(14) });
    expect(step(on(15), { holds })).toBe("hold");
    expect(codes(on(15), { holds })).toContain("manager-review-missed");
  });
  it("that ended, or has not begun, stops nothing", () => {
    expect(step(on(1), { holds: holds.map((one) => ({ ...one, endedOn: on(1) })) })).toBe("call");
    expect(step(DAY, { holds: holds.map((one) => ({ ...one, from: on(1) })) })).toBe("call");
  });
  it("on last month does not cover a new one that is not paid, once that is past its grace", () => {
    const december = (day: Day) => step(day, { holds: onNovember(day) }, account(day, 2));
    expect(december(d("2026-12-08"))).toBe("watch");
    expect(december(d("2026-12-09"))).toBe("call");
  });
  it("follows the debt when December's rent is paid in time and covers November", () => {
    const day = d("2026-12-09");
    expect(step(day, { holds: onNovember(day) }, account(day, 2).pay(d("2026-12-01"), RENT))).toBe("hold");
  });
});

describe("a payment problem asks for a home visit", () => {
  it.each<[string, string, Partial<Facts>]>([
    ["they cannot pay", "payment-problem", { disclosures: [said("cannot-pay", DAY)] }],
    ["they want help", "payment-problem", { disclosures: [said("wants-help", DAY)] }],
    ["they only dispute it", "wait-for-contact", { disclosures: [said("disputes", DAY)] }],
    [
      "a visit is planned",
      "wait-for-contact",
      { disclosures: [said("cannot-pay", DAY)], visits: [visitMade(1, DAY, null, { doneOn: null, plannedFor: on(3) })] },
    ],
    [
      "a visit was asked but not planned",
      "payment-problem",
      { disclosures: [said("cannot-pay", DAY)], visits: [visitMade(1, DAY, null, { doneOn: null, plannedFor: null })] },
    ],
    [
      "it is a garage",
      "wait-for-contact",
      { disclosures: [said("cannot-pay", DAY)], tenancy: { ...facts(DAY).tenancy, kind: "parking" } },
    ],
    [
      "a representative stands in",
      "wait-for-contact",
      { disclosures: [said("cannot-pay", DAY)], people: [tenant(1), tenant(2, { role: "representative" })] },
    ],
    ["they are away", "wait-for-contact", { disclosures: [said("cannot-pay", DAY)], people: [tenant(1, { awayUntil: on(9) })] }],
  ])("%s: %s", (_, wanted, over) => {
    expect(step(on(1), { attempts: [callMade(DAY, "morning", "spoke")], ...over })).toBe(wanted);
  });

  it("from two months past their grace on, not on the second day of the second month", () => {
    expect(step(d("2026-12-08"), {}, account(d("2026-12-08"), 2))).not.toBe("payment-problem");
    expect(step(d("2026-12-09"), {}, account(d("2026-12-09"), 2))).toBe("payment-problem");
  });

  it("not again within 60 days, and after them only for something new", () => {
    const base = { disclosures: [said("cannot-pay", DAY)], attempts: [callMade(DAY, "morning", "spoke")] };
    const visits = [visitMade(1, on(2), "spoke-inside", { purpose: "payment-problem" })];
    expect(step(on(30), { ...base, visits })).not.toBe("payment-problem");
    const day = d("2027-02-15");
    const oneMonth = () => account(day, 1);
    expect(step(day, { ...base, visits }, oneMonth())).not.toBe("payment-problem");
    const again = [...base.disclosures, said("cannot-pay", d("2027-02-11"))];
    expect(step(day, { ...base, disclosures: again, visits }, oneMonth())).toBe("payment-problem");
  });
});

describe("something under way is waited for", () => {
  it.each<[string, number, Partial<Facts>]>([
    ["a missed call until tomorrow", 1, { attempts: [callMade(DAY, "morning", "not-answered")] }],
    ["an SMS three working days", 4, { attempts: texted }],
    ["a caretaker task seven working days", 15, { attempts: texted, caretakerTasks: [rings()] }],
    ["a card five working days", 15, { attempts: texted, caretakerTasks: [carded] }],
    ["a conversation five working days", 7, { attempts: [callMade(DAY, "morning", "spoke")] }],
    [
      "an agreed moment until it is past",
      12,
      { attempts: [callMade(DAY, "morning", "spoke")], disclosures: [said("agreed-moment", DAY, { until: on(11) })] },
    ],
    [
      "a first visit without contact three working days",
      14,
      { attempts: texted, caretakerTasks: [{ ...carded, cardLeftOn: on(1) }], visits: [visitMade(1, on(9), "nobody")] },
    ],
    [
      "a planned visit until its day is past",
      12,
      { attempts: texted, visits: [visitMade(1, DAY, null, { doneOn: null, plannedFor: on(11) })] },
    ],
    [
      "three contacts in seven days",
      7,
      { attempts: [1, 2, 3].map(() => ({ ...callMade(DAY, "morning", "someone-else"), tenancyId: 2 })) },
    ],
  ])("%s", (_, days, over) => {
    expect(answer(on(days - 1), over)).toMatchObject({ step: "wait-for-contact", until: on(days) });
    expect(step(on(days), over)).not.toBe("wait-for-contact");
  });

  it("a visit whose day went by undone is to be planned again", () => {
    const visits = [visitMade(1, DAY, null, { doneOn: null, plannedFor: on(11) })];
    expect(step(on(17), { attempts: calledAgain, caretakerTasks: [carded], visits })).toBe("visit-unreached");
  });

  it("an undelivered SMS and a cancelled one are not waited for, and do not count", () => {
    for (const outcome of ["undelivered", "cancelled"] as const)
      expect(step(on(1), { attempts: [...called, smsMade(on(1), outcome)], phones: [mobile(), mobile(1, "+31600000002")] })).toBe(
        "sms",
      );
  });
});

describe("when nobody was reached", () => {
  it.each<[string, string, number, Partial<Facts>]>([
    ["no usable phone", "caretaker", 0, { phones: [] }],
    ["a dead number", "caretaker", 0, { phones: [{ ...mobile(), quality: "dead" }] }],
    ["a number heard to be wrong", "caretaker", 0, { attempts: [callMade(DAY, "morning", "wrong-number")] }],
    [
      "a wrong number that was verified since",
      "call",
      0,
      { attempts: [callMade(DAY, "morning", "wrong-number")], phones: [{ ...mobile(), quality: "verified" }] },
    ],
    ["landline only, two missed calls", "call", 2, { phones: [landline()], attempts: called }],
    [
      "landline only, three missed calls",
      "caretaker",
      3,
      { phones: [landline()], attempts: [...called, callMade(on(2), "morning", "not-answered")] },
    ],
    ["opted out of SMS", "caretaker", 2, { attempts: called, people: [tenant(1, { smsOptOut: true })] }],
    ["no caretaker", "visit-unreached", 4, { attempts: texted, caretakerPresent: false }],
    ["the caretaker found nobody once", "wait-for-contact", 8, { attempts: texted, caretakerTasks: [rings("not-home")] }],
    [
      "the caretaker found nobody twice",
      "callback-card",
      8,
      { attempts: texted, caretakerTasks: [rings("not-home", "not-home")] },
    ],
    ["the caretaker found family", "visit-unreached", 8, { attempts: texted, caretakerTasks: [rings("family")] }],
    ["the caretaker heard they died", "visit-unreached", 8, { attempts: texted, caretakerTasks: [rings("heard-deceased")] }],
    ["the caretaker never got round to it", "visit-unreached", 15, { attempts: texted, caretakerTasks: [rings()] }],
    [
      "nobody left the card within seven working days",
      "visit-unreached",
      17,
      { attempts: texted, caretakerTasks: [rings("not-home", "not-home")] },
    ],
    [
      "the task was withdrawn before a ring",
      "caretaker",
      8,
      { attempts: texted, caretakerTasks: [{ ...rings(), withdrawn: true }] },
    ],
    [
      "the visitor heard they moved",
      "consultant-review",
      16,
      { attempts: calledAgain, caretakerTasks: [carded], visits: [visitMade(1, on(14), "moved")] },
    ],
  ])("%s: %s", (_, wanted, days, over) => {
    expect(step(on(days), over)).toBe(wanted);
  });

  it("the second visit goes in another part of the day", () => {
    const over = { attempts: calledAgain, caretakerTasks: [carded], visits: [visitMade(1, on(16), "nobody")] };
    const again = answer(on(21), over);
    expect(again.step).toBe("visit-unreached");
    expect(again.reasons.find((one) => one.code === "visit-other-part")?.values).toEqual({ part: "afternoon" });
  });

  it("who goes to the door knows about the safety note", () => {
    expect(codes(DAY, { phones: [], people: [tenant(1, { safetyNote: true, prefers: "visit" })] })).toEqual(
      expect.arrayContaining(["visit-by-two", "prefers-visit"]),
    );
  });
});

describe("a proposal to go to court", () => {
  const day = d("2027-01-20");
  const three = () => account(day, 3);
  const base: Partial<Facts> = {
    attempts: called,
    caretakerPresent: false,
    phones: [],
    visits: [visitMade(1, d("2026-12-09"), "nobody"), visitMade(2, d("2026-12-16"), "nobody")],
    letters: [{ caseId: 1, askedOn: on(7), sentOn: on(7), deliveredOn: null }],
    referrals: [{ caseId: 1, askedOn: on(23), reportedOn: on(23), answeredOn: null, result: null }],
  };
  it("comes at three months, when the duties are done and the municipality's term is over", () => {
    expect(step(day, base, three())).toBe("propose-legal");
    expect(step(day, { ...base, referrals: [] }, three())).toBe("consultant-review");
    expect(step(day, base, account(day, 2))).toBe("consultant-review");
  });
  it("is not repeated while it is undecided, nor after a decision without a new month", () => {
    const proposal = (decidedOn: Day | null) => ({ ...base, legalProposals: [{ proposedOn: d("2027-01-12"), decidedOn }] });
    expect(step(day, proposal(null), three())).toBe("consultant-review");
    expect(step(d("2027-03-05"), proposal(d("2027-01-15")), account(d("2027-03-05"), 3).pay(d("2027-02-01"), 0))).not.toBe(
      "call",
    );
  });
});

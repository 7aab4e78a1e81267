import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { anyHousehold } from "@/tests/factories/any-household";
import { mobile } from "@/tests/factories/facts";
import { addDays } from "../kernel/day";
import { cents } from "../kernel/money";
import { assess } from "./assess";
import type { Facts } from "./facts";
import { CONTACT_LADDER, DUTY_LADDER } from "./ladder";
import { PERSONAL_CONTACT_1 as policy } from "./policy";
import { CONTACT_STEPS, type ContactStep, DUTY_STEPS, stepRow } from "./steps";

// FAST_CHECK_RUNS makes a long hunt of it.
const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 400) };
vi.setConfig({ testTimeout: 120_000 });
/** Somebody rings, writes, calls or comes to the door. */
const isContact = (step: ContactStep) => {
  const { acts, comesBack, tab } = stepRow(step);
  return acts && !comesBack && tab !== "problems" && tab !== "legal";
};
const same = (one: unknown) =>
  JSON.stringify(one, (key, value) => (key === "reassessOn" || key === "expectedThrough" ? null : value));

describe("the ladder, for any household", () => {
  it("has each step once, in the order of the page", () => {
    expect(CONTACT_LADDER.map((row) => row.step)).toEqual(CONTACT_STEPS);
    expect(DUTY_LADDER.map((row) => row.step)).toEqual(DUTY_STEPS);
  });

  it("always has an answer of both kinds, with a reason, and the same one when asked again", () => {
    fc.assert(
      fc.property(anyHousehold, (home) => {
        const answer = assess(home.on(home.day), policy);
        expect(CONTACT_STEPS).toContain(answer.contact.step);
        expect(DUTY_STEPS).toContain(answer.duty.step);
        expect(answer.contact.reasons.length).toBeGreaterThan(0);
        expect(answer.duty.reasons.length).toBeGreaterThan(0);
        expect(assess(home.on(home.day), policy)).toEqual(answer);
        expect(answer.reassessOn === null || answer.reassessOn > home.day).toBe(true);
      }),
      runs,
    );
  });

  it("does not change its answer before the day it said to look again, without a new fact", () => {
    fc.assert(
      fc.property(anyHousehold, (home) => {
        const today = assess(home.on(home.day), policy);
        for (let at = 1; at <= 45; at++) {
          const later = addDays(home.day, at);
          if (today.reassessOn !== null && later >= today.reassessOn) return;
          expect(`${later} ${same(assess(home.on(later), policy))}`).toBe(`${later} ${same(today)}`);
        }
      }),
      runs,
    );
  });

  it("does not mind in which order the facts came", () => {
    fc.assert(
      fc.property(anyHousehold, (home) => {
        const facts = home.on(home.day);
        const turned = Object.entries(facts).map(([key, value]) => [key, UNORDERED.has(key) ? [...value].reverse() : value]);
        expect(stepsOf(Object.fromEntries(turned))).toEqual(stepsOf(facts));
      }),
      runs,
    );
  });

  it("never adds a contact when money comes in", () => {
    fc.assert(
      fc.property(anyHousehold, fc.integer({ min: 1, max: 200_000 }), (home, amount) => {
        const facts = home.on(home.day);
        if (isContact(assess(facts, policy).contact.step)) return;
        const paid = assess(withMoney(facts, BigInt(amount)), policy).contact.step;
        expect(isContact(paid) ? `${paid} after a payment of ${amount}` : "no contact").toBe("no contact");
      }),
      runs,
    );
  });

  it("leaves the dead alone, those who left, those with everything on hold and those in court", () => {
    fc.assert(
      fc.property(anyHousehold, (home) => {
        const facts = home.on(home.day);
        const quiet = (over: Partial<Facts>) => isContact(assess({ ...facts, ...over }, policy).contact.step);
        const dead = facts.people.map((one) => ({ ...one, deceasedOn: home.day }));
        expect(quiet({ people: dead })).toBe(false);
        expect(quiet({ tenancy: { ...facts.tenancy, endsOn: addDays(home.day, -1) } })).toBe(false);
        expect(quiet({ legal: { kind: "judgment", since: home.day } })).toBe(false);
        const charges = facts.overdue.map((one) => one.id);
        expect(quiet({ holds: [{ id: 1, from: home.day, reviewOn: home.day, endedOn: null, charges }] })).toBe(false);
      }),
      runs,
    );
  });

  it("reaches people under a representative by telephone only", () => {
    fc.assert(
      fc.property(anyHousehold, (home) => {
        const facts = home.on(home.day);
        const people = [
          ...facts.people,
          { ...facts.people[0], id: 99, role: "representative", deceasedOn: null } as Facts["people"][0],
        ];
        const { step } = assess({ ...facts, people, phones: [...facts.phones, mobile(99)] }, policy).contact;
        expect(["sms", "caretaker", "callback-card", "visit-unreached", "payment-problem"]).not.toContain(step);
      }),
      runs,
    );
  });
});

const UNORDERED = new Set([
  ...["people", "phones", "siblings", "holds", "promises", "arrangements", "disclosures", "attempts", "caretakerTasks"],
  ...["visits", "letters", "referrals", "legalProposals", "reviews", "receipts", "rentCharged", "rentMonths", "overdue"],
]);
const stepsOf = (facts: Facts) => {
  const { contact, duty, round, also, reassessOn } = assess(facts, policy);
  return { contact: contact.step, until: contact.until, duty: duty.step, round, also, reassessOn };
};

/** The same household after a receipt of today, laid on the oldest charges. */
function withMoney(facts: Facts, amount: bigint): Facts {
  let left = amount;
  const overdue = facts.overdue.map((charge) => {
    const laid = left < charge.open ? left : charge.open;
    left -= laid;
    return { ...charge, open: cents(charge.open - laid) };
  });
  const open = overdue.filter((charge) => charge.open > 0n);
  const paid = amount - left;
  const laidOn = new Map(facts.overdue.map((charge, at) => [charge.id, charge.open - (overdue[at]?.open ?? 0n)]));
  const spans = facts.spans.flatMap((span) => {
    const laid = laidOn.get(span.chargeId) ?? 0n;
    if (span.until !== null || laid === 0n) return [span];
    const rest = { ...span, from: facts.day, open: cents(span.open - laid) };
    return [{ ...span, until: facts.day }, ...(rest.open > 0n ? [rest] : [])];
  });
  const due = spans.reduce((sum, span) => (span.until === null ? sum + span.open : sum), 0n);
  const since = due > policy.smallAmount ? {} : { openSince: null, debtSince: null, rentDebtSince: null };
  const covered = new Set(overdue.filter((charge) => charge.open === 0n).map((charge) => charge.month));
  const openOf = (month: string) => open.filter((charge) => charge.month === month).reduce((sum, one) => sum + one.open, 0n);
  return {
    ...facts,
    overdue: open,
    spans,
    position: {
      ...facts.position,
      ...{ overdue: cents(facts.position.overdue - paid), open: cents(facts.position.open - paid) },
      ...since,
    },
    rentMonths: facts.rentMonths.map((one) => {
      if (one.coveredOn !== null) return one;
      return covered.has(one.month)
        ? { ...one, open: cents(0n), coveredOn: facts.day }
        : { ...one, open: cents(openOf(one.month)) };
    }),
    receipts: [...facts.receipts, { bookedOn: facts.day, amount: cents(amount) }],
  };
}

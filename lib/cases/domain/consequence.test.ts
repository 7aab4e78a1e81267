import { describe, expect, it } from "vitest";
import { d, facts, landline, mobile } from "../../../tests/factories/facts";
import { assess } from "../../rules/assess";
import type { Facts } from "../../rules/facts";
import { PERSONAL_CONTACT_1 } from "../../rules/policy";
import { consequencesOf } from "./consequence";

const today = d("2026-11-12");
const asked = (over: Partial<Facts> = {}) =>
  facts(today, { cases: [{ id: 1, openedOn: d("2026-11-09"), closedOn: null }], ...over });
const of = (given: Facts) => consequencesOf(given, (then) => assess(then, PERSONAL_CONTACT_1), 1, "+31612345678");

describe("what follows when a call is not answered", () => {
  it("is waiting today and another call the next working day", () => {
    expect(of(asked())["not-answered"]).toEqual({ step: "wait-for-contact", until: "2026-11-13", next: "call" });
  });
  it("is a text message after the second time", () => {
    const missed = {
      tenancyId: 1,
      personId: 1,
      channel: "call",
      direction: "outbound",
      outcome: "not-answered",
      number: null,
    } as const;
    const once = asked({ attempts: [{ ...missed, day: d("2026-11-10"), part: "afternoon" }] });
    expect(of(once)["not-answered"]).toEqual({ step: "sms", until: null, next: null });
  });
});

describe("what follows when the number is dead", () => {
  it("is a call to the other number", () => {
    expect(of(asked({ phones: [mobile(), landline()] }))["number-dead"]).toMatchObject({ step: "call", next: null });
  });
  it("is the caretaker when it was the only one", () => {
    expect(of(asked())["number-dead"]).toMatchObject({ step: "caretaker" });
  });
});

describe("what follows after several waits", () => {
  const call = (on: string, step: string, until: string | null): [string, { step: string; until: string | null }] => [
    on,
    { step, until },
  ];
  /** A ladder that waits on some mornings, as asked on each. */
  const waiting = (...answers: readonly [string, { step: string; until: string | null }][]) => {
    const byDay = new Map(answers);
    const asks = (given: Facts) => ({ contact: { ...byDay.get(given.day), reasons: [] } }) as never;
    return consequencesOf(asked(), asks, 1, "+31612345678")["not-answered"];
  };
  it("is found behind four of them, and not behind a fifth", () => {
    const four = [
      call("2026-11-12", "wait-for-contact", "2026-11-13"),
      call("2026-11-13", "wait-for-bank", "2026-11-16"),
      call("2026-11-16", "wait-for-contact", "2026-11-17"),
      call("2026-11-17", "wait-for-contact", "2026-11-18"),
    ];
    expect(waiting(...four, call("2026-11-18", "call", null))).toEqual({
      step: "wait-for-contact",
      until: "2026-11-18",
      next: "call",
    });
    const five = [...four, call("2026-11-18", "wait-for-contact", "2026-11-19"), call("2026-11-19", "call", null)];
    expect(waiting(...five)).toMatchObject({ step: "wait-for-contact", next: null });
  });
});

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

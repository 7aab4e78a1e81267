import { describe, expect, it } from "vitest";
import { callMade, caseFrom, d, facts, mobile, tenant } from "@/tests/factories/facts";
import { addDays } from "../kernel/day";
import { assess } from "./assess";
import type { Facts, PersonFacts } from "./facts";
import { PERSONAL_CONTACT_1 as policy } from "./policy";

const DAY = d("2026-11-09");
const attempts = [callMade(DAY, "morning", "not-answered"), callMade(addDays(DAY, 1), "afternoon", "not-answered")];
const step = (role: PersonFacts["role"], over: Partial<Facts> = {}) => {
  const people = [tenant(1), tenant(2, { role })];
  const phones = [mobile(1), mobile(2, "+31687654321")];
  return assess(facts(addDays(DAY, 2), { cases: caseFrom(DAY), attempts, people, phones, ...over }), policy).contact.step;
};

describe("who stands in the tenant's place", () => {
  it("gets no SMS, no caretaker and no visit, also with a mobile number", () => {
    expect(step("representative")).toBe("consultant-review");
    expect(step("contact")).toBe("consultant-review");
    expect(step("co-tenant")).toBe("sms");
  });

  it("is a representative always, an authorised contact only with a number that works", () => {
    expect(step("representative", { phones: [mobile(1)] })).toBe("consultant-review");
    expect(step("contact", { phones: [mobile(1)] })).toBe("sms");
  });

  it("is nobody any more once they died", () => {
    const people = [tenant(1), tenant(2, { role: "representative", deceasedOn: d("2026-01-01") })];
    expect(step("representative", { people })).toBe("sms");
  });
});

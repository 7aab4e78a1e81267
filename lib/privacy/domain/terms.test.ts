import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { over, type Standing, standsInTheWay } from "./terms";

const gone: Standing = {
  today: day("2026-11-30"),
  ...{ erased: false, legalHold: false, stillNamed: false, months: 24 },
  tenancies: [{ endsOn: day("2024-11-29"), caseOpen: false, openCents: 0n }],
};
const [home] = gone.tenancies;

describe("a term", () => {
  it("of two years is over for what began two years and a day ago", () => {
    expect(over(day("2026-11-30"), 24)).toBe("2024-11-29");
    expect(over(day("2024-02-29"), 12)).toBe("2023-02-27");
  });

  it("that is longer never lets more go", () => {
    const days = fc
      .integer({ min: 0, max: 10_000 })
      .map((n) => day(new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), (today, months) => over(today, months + 1) <= over(today, months)),
    );
  });
});

describe("erasing somebody", () => {
  it.each([
    ["may be, two years after they left", {}, false, []],
    ["waits for the term", { tenancies: [{ ...home, endsOn: day("2024-11-30") }] }, false, ["term-runs"]],
    ["waits for no term when they ask for it", { tenancies: [{ ...home, endsOn: day("2024-11-30") }] }, true, []],
    ["waits while they rent", { tenancies: [{ ...home, endsOn: null }] }, true, ["tenancy-runs"]],
    ["waits through their last day", { tenancies: [{ ...home, endsOn: day("2026-11-30") }] }, true, ["tenancy-runs"]],
    ["waits while they owe", { tenancies: [{ ...home, openCents: 1n }] }, true, ["owes"]],
    ["waits while they are owed", { tenancies: [{ ...home, openCents: -1n }] }, true, ["owes"]],
    ["waits while a case is open", { tenancies: [{ ...home, caseOpen: true }] }, true, ["case-open"]],
    ["waits while a hold stands", { legalHold: true }, true, ["legal-hold"]],
    ["waits while they act for somebody who rents", { tenancies: [], stillNamed: true }, true, ["still-named"]],
    ["is done once", { erased: true, legalHold: true }, true, ["erased"]],
  ] as const)("%s", (_, more, asked, reasons) => {
    expect(standsInTheWay({ ...gone, ...more } as Standing, asked)).toEqual(reasons);
  });
});

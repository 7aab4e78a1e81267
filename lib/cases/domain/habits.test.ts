import { describe, expect, it } from "vitest";
import type { PartOfDay } from "../../kernel/calendar";
import { day, type Month } from "../../kernel/day";
import { tallyOf, usualDay } from "./habits";

const calls = (...made: [number: string, part: PartOfDay, answered: boolean][]) =>
  made.map(([number, part, answered]) => ({ number, part, answered }));

describe("what worked on a number", () => {
  it("is the part of the day in which it was answered most often", () => {
    const made = calls(["1", "morning", true], ["1", "morning", true], ["1", "morning", false], ["1", "afternoon", false]);
    expect(tallyOf("1", made)).toEqual({ part: "morning", tried: 3, answered: 2 });
  });
  it("is, when it never was answered, the part in which it was tried most", () => {
    const made = calls(["1", "morning", false], ["1", "afternoon", false], ["1", "afternoon", false]);
    expect(tallyOf("1", made)).toEqual({ part: "afternoon", tried: 2, answered: 0 });
  });
  it("is unknown for a number nobody called", () => {
    expect(tallyOf("2", calls(["1", "morning", true]))).toBeNull();
  });
});

describe("the usual day of payment", () => {
  const paidOn = (...days: string[]) =>
    days.map((text) => ({ month: text.slice(0, 7) as Month, coveredOn: text.endsWith("-") ? null : day(text) }));

  it("is the middle day when four of the last six months lie around it", () => {
    expect(usualDay(paidOn("2026-01-24", "2026-02-23", "2026-03-02", "2026-04-25", "2026-05-24", "2026-06-26"))).toBe(24);
  });
  it("is not known when the days lie all over the month", () => {
    expect(usualDay(paidOn("2026-01-02", "2026-02-11", "2026-03-20", "2026-04-28", "2026-05-07", "2026-06-15"))).toBeNull();
  });
  it("is not known from three months, however regular", () => {
    expect(usualDay(paidOn("2026-01-03", "2026-02-03", "2026-03-03"))).toBeNull();
  });
});

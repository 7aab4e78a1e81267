import { describe, expect, it } from "vitest";
import { day, type Month } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { axis, calendarYears, lastWholeMonth, reductionPercent, yearUpTo } from "./domain";

describe("the reduction against the same month a year before", () => {
  it.each([
    [41_230_000, 58_900_000, 30],
    [70, 100, 30],
    [695, 1000, 31],
    [105, 100, -5],
    [100, 100, 0],
  ])("arrears of %i against %i is %i %% less", (now, before, percent) => {
    expect(reductionPercent(cents(now), cents(before))).toBe(percent);
  });
  it("is unknown when the year before is unknown or nothing was open then", () => {
    expect(reductionPercent(cents(1), null)).toBeNull();
    expect(reductionPercent(cents(1), cents(0))).toBeNull();
    expect(reductionPercent(null, cents(5))).toBeNull();
  });
});

describe("the months the board compares", () => {
  it("takes the last month that is over", () => {
    expect(lastWholeMonth(day("2026-11-20"))).toBe("2026-10");
    expect(lastWholeMonth(day("2016-12-31"))).toBe("2016-12");
  });
  it("counts evictions over the calendar year up to the month, and the same stretch a year before", () => {
    expect(calendarYears("2016-10" as Month)).toEqual({
      from: "2016-01-01",
      to: "2016-10-31",
      beforeFrom: "2015-01-01",
      beforeTo: "2015-10-31",
    });
  });
  it("draws the twelve months that end with the month", () => {
    expect(yearUpTo("2016-12" as Month).at(0)).toBe("2016-01");
    expect(yearUpTo("2016-12" as Month)).toHaveLength(12);
  });
});

describe("the axis of the chart", () => {
  it.each([
    [61_100_000, 800_000, 200_000],
    [0, 1, 0.2],
    [12_300, 150, 50],
  ])("of %i cents starts at zero and ends at %d euros in steps of %d", (value, top, step) => {
    expect(axis(cents(value))).toEqual({ top, step });
  });
});

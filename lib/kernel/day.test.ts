import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsToDay,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  earliest,
  firstDay,
  lastDay,
  latest,
  type Month,
  monthOf,
  parseDay,
  parseMonth,
  weekday,
} from "./day";

describe("a day", () => {
  it("is read only when it is on the calendar", () => {
    expect(parseDay("2028-02-29")).toBe("2028-02-29");
    for (const wrong of [
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-4-3",
      "29-02-2028",
      "",
      "2026-11-31",
      "2026-11-20T00:00",
    ])
      expect(parseDay(wrong)).toBeNull();
    expect(() => day("gisteren")).toThrow(RangeError);
  });

  it("has the number the calendar gives it, over four centuries and for every leap year", () => {
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 150_000 }), (number) => {
        const at = dayFromNumber(number);
        expect(at).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(at)).toBe(number);
      }),
    );
    expect(dayNumber(day("1970-01-01"))).toBe(0);
    expect(daysBetween(day("2028-02-28"), day("2028-03-01"))).toBe(2);
    expect(daysBetween(day("2100-02-28"), day("2100-03-01"))).toBe(1);
  });

  it("has a weekday, Monday first", () => {
    expect([day("2026-11-23"), day("2026-11-29"), day("1969-12-29")].map(weekday)).toEqual([1, 7, 1]);
  });

  it("moves over the end of a year", () => {
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(day("2027-01-01"), -1)).toBe("2026-12-31");
  });

  it("compares as text", () => {
    expect([earliest(day("2026-02-01"), day("2026-01-31")), latest(day("2026-02-01"), day("2026-01-31"))]).toEqual([
      "2026-01-31",
      "2026-02-01",
    ]);
  });
});

describe("a month", () => {
  it("has a first and a last day", () => {
    const february = "2028-02" as Month;
    expect([firstDay(february), lastDay(february)]).toEqual(["2028-02-01", "2028-02-29"]);
    expect(lastDay("2026-12" as Month)).toBe("2026-12-31");
    expect(monthOf(day("2026-12-31"))).toBe("2026-12");
  });

  it("moves over the end of a year, both ways", () => {
    expect([addMonths("2026-11" as Month, 3), addMonths("2026-02" as Month, -3), addMonths("2026-01" as Month, -12)]).toEqual([
      "2027-02",
      "2025-11",
      "2025-01",
    ]);
  });

  it("keeps the day of the month, or its last day when it is shorter", () => {
    expect(addMonthsToDay(day("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonthsToDay(day("2026-08-31"), 1)).toBe("2026-09-30");
    expect(addMonthsToDay(day("2026-01-25"), 12)).toBe("2027-01-25");
  });

  it("is read only when it exists", () => {
    expect([parseMonth("2026-12"), parseMonth("2026-13"), parseMonth("2026-1"), parseMonth("2026-00")]).toEqual([
      "2026-12",
      null,
      null,
      null,
    ]);
  });
});

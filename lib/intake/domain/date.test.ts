import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, dayFromNumber, dayNumber } from "@/lib/kernel/day";
import { hasStrokes, readDay, saysNoDate } from "./date";

describe("a date as files write it", () => {
  it.each([
    ["2026-11-01", "2026-11-01"],
    ["1-11-2026", "2026-11-01"],
    ["01-11-2026", "2026-11-01"],
    ["01-11-26", "2026-11-01"],
    ["1-1-69", "2069-01-01"],
    ["1-1-70", "1970-01-01"],
    ["20261101", "2026-11-01"],
    ["2026-11-01T00:00:00", "2026-11-01"],
    ["2026-11-01 23:59", "2026-11-01"],
    ["01-11-2026 00:00:00", "2026-11-01"],
    ["29-02-2024", "2024-02-29"],
    ["11.1.2026", "2026-01-11"],
    ["01.02.60", "2060-02-01"],
    ["2026-1-11", "2026-01-11"],
    ["1 november 2026", "2026-11-01"],
    ["01-NOV-26", "2026-11-01"],
    ["1 mrt 2026", "2026-03-01"],
    ["1-maart-2026", "2026-03-01"],
    ["01-OCT-2026", "2026-10-01"],
    [" 1-11-2026 ", "2026-11-01"],
  ])("%s is %s", (text, expected) => expect(readDay(text)).toBe(expected));

  it.each([
    "31-02-2026",
    "29-02-2026",
    "2026-13-01",
    "00-11-2026",
    "20261301",
    "1/11/2026",
    "11.1-2026",
    "31 februari 2026",
    "1 brumaire 2026",
    "00-00-0000",
    "2026-11-01T00:00:00Z",
    "2026-11-01T00:00:00+01:00",
    "1-11-226",
    "45962",
    "",
  ])("%s is no date", (text) => expect(readDay(text)).toBeNull());

  it("of noughts says that there is none; one with strokes can be read in two ways", () => {
    expect(["00-00-0000", "0000-00-00", "00000000", "0000-00-00 00:00:00", "00-00-1960", ""].map(saysNoDate)).toEqual([
      ...[true, true, true, true, false, false],
    ]);
    expect(["1/11/2026", "2026/11/01", "01/11/26", "1-11-2026"].map(hasStrokes)).toEqual([true, true, true, false]);
  });

  it("of birth with two digits for the year is the last one at which somebody was grown up", () => {
    const latest = day("2010-11-20");
    expect(readDay("12-03-25", latest)).toBe("1925-03-12");
    expect(readDay("20-11-10", latest)).toBe("2010-11-20");
    expect(readDay("21-11-10", latest)).toBe("1910-11-21");
  });

  it("means the same in every notation, for any day", () => {
    const span = { min: dayNumber(day("1971-01-01")), max: dayNumber(day("2068-12-31")) };
    fc.assert(
      fc.property(fc.integer(span), (number) => {
        const it = dayFromNumber(number);
        const [y = "", m = "", d = ""] = it.split("-");
        for (const text of [it, `${y}${m}${d}`, `${d}-${m}-${y}`, `${Number(d)}-${Number(m)}-${y}`, `${d}-${m}-${y.slice(2)}`])
          expect(readDay(text)).toBe(it);
      }),
    );
  });
});

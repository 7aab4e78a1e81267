import { afterEach, describe, expect, it } from "vitest";
import { day, type Month } from "../kernel/day";
import {
  formatCount,
  formatDay,
  formatDecimal,
  formatEuro,
  formatList,
  formatMoment,
  formatMonth,
  formatPercent,
} from "./format";
import { livingIn } from "./year";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("an amount", () => {
  it("has a point per thousand, a comma for cents and never breaks from its sign", () => {
    expect(formatEuro(123456n)).toBe("€\u00a01.234,56");
    expect(plain(formatEuro(5n))).toBe("€ 0,05");
    expect(plain(formatEuro(123456789012n))).toBe("€ 1.234.567.890,12");
    expect(plain(formatEuro(-61240n))).toBe("\u2212€ 612,40");
  });

  it("is rounded to whole euros only when asked", () => {
    expect(plain(formatEuro(41_230_050n, "whole"))).toBe("€ 412.301");
    expect(plain(formatEuro(-49n, "whole"))).toBe("€ 0");
  });
});

describe("a figure", () => {
  it("is grouped, and a share is a percentage with a space", () => {
    expect(formatCount(5982)).toBe("5.982");
    expect(plain(formatPercent(-0.3))).toBe("\u221230 %");
    expect(plain(formatPercent(0.2964, "fine"))).toBe("29,6 %");
    expect(formatDecimal(1)).toBe("1,00");
  });
});

describe("a day", () => {
  const november = day("2026-11-25");
  it("is written the way the place asks", () => {
    expect(plain(formatDay(november, "weekday"))).toBe("wo 25 november");
    expect(plain(formatDay(november))).toBe("25 november 2026");
    expect(plain(formatDay(november, "short"))).toBe("25 nov");
    expect(plain(formatDay(november, "full"))).toBe("woensdag 25 november 2026");
    expect(plain(formatDay(day("2026-03-01"), "weekdayShort"))).toBe("zo 1 mrt");
  });

  it("has English words for whoever chose English", () => {
    expect(plain(formatDay(november, "weekday", "en"))).toBe("Wed 25 November");
  });

  it("is Amsterdam's, also around midnight in summer", () => {
    expect(plain(formatMoment(new Date("2026-06-30T22:30:00Z")))).toBe("wo 1 jul, 00:30");
  });

  it("has a month with and without its year", () => {
    expect(formatMonth("2026-11" as Month)).toBe("november 2026");
    expect(formatMonth("2026-03" as Month, "short")).toBe("mrt");
  });
});

it("a list reads as a sentence", () => {
  expect([formatList([]), formatList(["a"]), formatList(["a", "b", "c"])]).toEqual(["", "a", "a, b en c"]);
});

describe("a date of another year", () => {
  afterEach(() => livingIn(null));

  it.each(["weekday", "short", "weekdayShort", "weekdayLong", "dayMonth"] as const)(
    "carries its year, and one of this year does not: %s",
    (style) => {
      livingIn("2026");
      expect(formatDay(day("2024-11-29"), style)).toMatch(/ 2024$/);
      expect(formatDay(day("2026-11-29"), style)).not.toContain("2026");
    },
  );

  it("of a month too, where only its name would stand", () => {
    livingIn("2026");
    expect([formatMonth("2025-10" as Month, "near"), formatMonth("2026-10" as Month, "near")]).toEqual([
      "oktober 2025",
      "oktober",
    ]);
  });
});

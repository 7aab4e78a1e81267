import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { mayName, reachOf, readDesignation } from "./read-designation";

const OWN = ["5000056789012345", "C001"];
const said = (text: string, numbers: string[] = [], on = "2026-05-20") =>
  readDesignation(text, day(on), { own: OWN, numbers })?.said ?? null;

describe("what a receipt names", () => {
  it.each([
    ["huur mei", ["2026-05"]],
    ["Huur MEI 2026", ["2026-05"]],
    ["deel huur mei", ["2026-05"]],
    ["apr/mei", ["2026-04", "2026-05"]],
    ["huur 04-2026", ["2026-04"]],
    ["huur juni", ["2026-06"]],
    ["Correctie huur november", ["2025-11"]],
  ])("is the months it tells: %s", (text, months) => {
    expect(said(text)).toEqual({ kind: "months", months });
  });

  it("is a collection when the text says that one collected it", () => {
    expect(said("Incasso november 2026")).toEqual({ kind: "collection", month: "2026-11" });
    expect(said("automatische incasso huur mei")).toEqual({ kind: "collection", month: "2026-05" });
    expect(said("incassokosten mei")).toBeNull();
  });

  it("is the charge whose own number it tells, also cut up, but never by the reference of the tenancy", () => {
    const numbers = { kind: "numbers", numbers: ["2026-0004417"], awaited: false };
    expect(said("factuur 2026-0004417", ["2026-0004417"])).toEqual(numbers);
    expect(said("factuurnr 2026 0004417", ["2026-0004417"])).toEqual(numbers);
    expect(said("kenmerk 5000056789012345", ["5000056789012345"])).toBeNull();
    expect(said("2026-0004417 en 2026-0004418", ["2026-0004417", "2026-0004418"])).toBeNull();
  });

  it("is the settlement it tells, with its year where it says so", () => {
    expect(said("afrekening servicekosten 2025")).toEqual({ kind: "settlement", year: 2025 });
    expect(said("eindafrekening")).toEqual({ kind: "settlement", year: null });
    expect(said("afrekening AFR20250077", ["AFR20250077"])).toEqual({
      kind: "numbers",
      numbers: ["AFR20250077"],
      awaited: false,
    });
  });

  it.each(["termijn 2", "2e termijn", "betalingsregeling termijn 2", "aflossing"])("is an instalment: %s", (text) => {
    expect(said(text)).toEqual({ kind: "instalment" });
  });

  it.each(["huur mei en regeling", "niet huur mei", "waarborgsom mei", "huur", "dank u wel"])(
    "is nothing when the text names two different things, turns it round, or names none: %s",
    (text) => {
      expect(said(text)).toBeNull();
    },
  );

  it("says how far ahead it can reach, so that sums tell which accounts have money on what is not due", () => {
    const on = day("2026-05-20");
    expect(reachOf({ kind: "months", months: ["2026-07" as never, "2026-06" as never] }, on)).toBe("2026-07");
    expect(reachOf({ kind: "instalment" }, on)).toBe("0000-00");
    expect(reachOf({ kind: "numbers", numbers: ["1"], awaited: true }, on)).toBe("9999-12");
  });
});

describe("a text that cannot name anything", () => {
  it("is let go at once", () => {
    expect([null, "huur", "dank u wel", "kenmerk 12345"].map(mayName)).toEqual([false, false, false, false]);
    expect(["Huur MEI", "05-2026", "termijn", "Afrekening", "123456"].map(mayName)).toEqual([true, true, true, true, true]);
  });
});

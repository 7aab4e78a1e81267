import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { gapsIn, type Link } from "./chain";

const link = (on: string, opening: number | null, closing: number | null, sequence: string | null = null, to = on): Link => ({
  fromDay: day(on),
  toDay: day(to),
  openingCents: opening === null ? null : BigInt(opening),
  closingCents: closing === null ? null : BigInt(closing),
  sequence,
});

describe("the chain of an account's statements", () => {
  it("goes over a weekend and a TARGET holiday, in whatever order the files came", () => {
    const easter = [link("2026-04-02", 0, 5), link("2026-04-07", 5, 9), link("2026-04-08", 9, 9)];
    expect(gapsIn(easter)).toEqual([]);
    expect(gapsIn(easter.toReversed())).toEqual([]);
  });

  it("names the bank days without a statement", () => {
    expect(gapsIn([link("2026-11-02", 0, 5), link("2026-11-04", 5, 9)])).toEqual([
      { from: "2026-11-03", to: "2026-11-03", kind: "days" },
    ]);
    expect(gapsIn([link("2026-11-02", 0, 5), link("2026-11-10", 7, 9)])).toEqual([
      { from: "2026-11-03", to: "2026-11-09", kind: "days" },
    ]);
  });

  it("knows that nothing was booked on a day when numbers follow and balances meet", () => {
    expect(gapsIn([link("2026-11-02", 0, 5, "214"), link("2026-11-04", 5, 9, "215")])).toEqual([]);
    expect(gapsIn([link("2026-12-31", 0, 5, "250"), link("2027-01-05", 5, 9, "1")])).toEqual([]);
  });

  it("breaks where a balance does not meet, or a number is left out", () => {
    expect(gapsIn([link("2026-11-02", 0, 5), link("2026-11-03", 6, 9)])).toEqual([
      { from: "2026-11-03", to: "2026-11-03", kind: "balance" },
    ]);
    expect(gapsIn([link("2026-11-02", 0, 5, "1"), link("2026-11-03", 5, 9, "3")])).toMatchObject([{ kind: "sequence" }]);
    // Numbers that are days of the year say no more than their days.
    expect(gapsIn([link("2026-11-06", 0, 5, "2026310"), link("2026-11-09", 5, 9, "2026313")])).toEqual([]);
  });

  it("says nothing of what a bank does not tell, and of a month beside its days", () => {
    expect(gapsIn([link("2026-11-02", null, null), link("2026-11-03", 6, 9)])).toEqual([]);
    const days = [link("2026-11-02", 0, 5), link("2026-11-03", 5, 9), link("2026-11-04", 9, 10)];
    expect(gapsIn([...days, link("2026-11-01", 0, 10, null, "2026-11-04"), link("2026-11-05", 10, 11)])).toEqual([]);
  });

  it("goes on from the day that was complete before the first statement", () => {
    expect(gapsIn([link("2026-11-05", 0, 5)], day("2026-11-04"))).toEqual([]);
    expect(gapsIn([link("2026-11-06", 0, 5)], day("2026-11-04"))).toMatchObject([{ from: "2026-11-05" }]);
  });
});

import { describe, expect, it } from "vitest";
import type { Day } from "../kernel/day";
import { amsterdamOf, momentAt } from "./zone";

describe("the clock of the office", () => {
  it.each([
    ["winter", "2026-01-15T22:59:00Z", "2026-01-15", 1439],
    ["winter, after midnight", "2026-01-15T23:00:00Z", "2026-01-16", 0],
    ["summer", "2026-07-15T21:59:00Z", "2026-07-15", 1439],
    ["summer, after midnight", "2026-07-15T22:00:00Z", "2026-07-16", 0],
    ["the last minute before summer time", "2026-03-29T00:59:00Z", "2026-03-29", 119],
    ["the first minute of summer time", "2026-03-29T01:00:00Z", "2026-03-29", 180],
  ])("shows in %s its own day and minutes", (_, moment, day, minutes) => {
    expect(amsterdamOf(new Date(moment))).toEqual({ day, minutes });
  });

  it.each([
    ["2026-01-15", 5, 0, "2026-01-15T04:00:00.000Z"],
    ["2026-07-15", 13, 30, "2026-07-15T11:30:00.000Z"],
    ["2026-03-29", 5, 0, "2026-03-29T03:00:00.000Z"],
    ["2026-10-25", 0, 0, "2026-10-24T22:00:00.000Z"],
    ["2026-10-25", 5, 0, "2026-10-25T04:00:00.000Z"],
  ])("tells the moment of %s at %i:%i", (day, hours, minutes, moment) => {
    expect(momentAt(day as Day, hours, minutes).toISOString()).toBe(moment);
  });
});

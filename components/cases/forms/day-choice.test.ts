import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/kernel/day";
import { daysToPromise } from "./day-choice";

describe("days people name on the phone", () => {
  const named = (today: string, ahead = 40) =>
    daysToPromise(day(today), addDays(day(today), ahead)).map((one) => [one.key, one.word, one.day]);

  it("are tomorrow, Friday, a week on and the day the pension comes", () =>
    expect(named("2026-11-17")).toEqual([
      ["M", "tomorrow", "2026-11-18"],
      ["V", "friday", "2026-11-20"],
      ["A", "pension", "2026-11-23"],
      ["W", "week", "2026-11-24"],
    ]));

  it("are named once each; on a Friday the next one, and tomorrow is the next working day", () =>
    expect(named("2026-11-20")).toEqual([
      ["M", "next", "2026-11-23"],
      ["V", "friday", "2026-11-27"],
    ]));

  it("end where the policy ends", () => expect(named("2026-11-17", 2)).toEqual([["M", "tomorrow", "2026-11-18"]]));
});

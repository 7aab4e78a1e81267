import { describe, expect, it } from "vitest";
import { reachedBy } from "./reached";

const tried = (channel: string, part: "morning" | "afternoon" | "evening", ...spoken: boolean[]) =>
  spoken.map((reached) => ({ channel, part, reached }));

describe("what worked to reach somebody", () => {
  it("is the part of the day in which they were spoken with most, for the telephone and the door apart", () => {
    const tries = [
      ...tried("call", "morning", false, false, false),
      ...tried("call", "afternoon", true, false),
      ...tried("door", "morning", false),
      ...tried("visit", "evening", true, true),
      ...tried("sms", "morning", true),
    ];
    expect(reachedBy(tries)).toEqual([
      { way: "call", part: "afternoon", tried: 2, reached: 1 },
      { way: "door", part: "evening", tried: 2, reached: 2 },
    ]);
  });

  it("is nothing where nobody was ever spoken with", () => {
    expect(reachedBy(tried("call", "morning", false, false))).toEqual([]);
  });

  it("prefers what took fewer tries", () => {
    const tries = [...tried("call", "morning", true, false, false), ...tried("call", "afternoon", true)];
    expect(reachedBy(tries)).toEqual([{ way: "call", part: "afternoon", tried: 1, reached: 1 }]);
  });
});

import { describe, expect, it } from "vitest";
import { problemIn } from "./questions";

const TODAY = "2026-11-30";
const draft = (answers: Record<string, unknown>, when?: { day: string; part: "morning" }) =>
  ({ id: "0", answers: { outcome: "spoke-inside", ...answers }, ...(when && { when }) }) as Parameters<typeof problemIn>[1];

describe("what keeps a visit from going on to the next question", () => {
  it("a next day that has passed is told at the question that asks it, and holds up no other", () => {
    const late = draft({ agreed: ["nothing"], nextDay: "2026-11-27" });
    expect(["happened", "seen", "agreed", "next"].map((step) => problemIn(step, late, TODAY))).toEqual([
      null,
      null,
      null,
      "dayBehind",
    ]);
  });

  it("the day of a promise that was unticked again holds up nothing", () => {
    const promise = { promisedOn: "2026-11-27", amount: "50" };
    expect(problemIn("agreed", draft({ ...promise, agreed: ["promise"] }), TODAY)).toBe("dayBehind");
    expect(problemIn("agreed", draft({ ...promise, agreed: ["nothing"] }), TODAY)).toBeNull();
  });

  it("a visit of an earlier day may have promised a day that is behind today", () => {
    const friday = draft({ agreed: ["promise"], promisedOn: "2026-11-28", amount: "50" }, { day: "2026-11-27", part: "morning" });
    expect(problemIn("agreed", friday, TODAY)).toBeNull();
  });
});

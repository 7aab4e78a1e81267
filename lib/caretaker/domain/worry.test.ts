import { describe, expect, it } from "vitest";
import { whoLooks } from "./worry";

const colleague = (id: number, role: string, more: object = {}) => ({ id, role, awayUntil: null, coveredById: null, ...more });
const desk = [
  colleague(1, "finance"),
  colleague(2, "consultant", { awayUntil: "2026-03-20", coveredById: 3 }),
  colleague(3, "consultant"),
  colleague(4, "finance", { awayUntil: "2026-03-20", coveredById: 5 }),
  colleague(5, "finance", { awayUntil: "2026-03-20", coveredById: 4 }),
];

describe("who looks into a worry", () => {
  it.each([
    ["whom the task was for", [1, 3], 1],
    ["who stands in for them while they are away", [2, 1], 3],
    ["who has the case when the task was for nobody", [null, 1], 1],
    ["a consultant who is there when nobody knows the tenant", [null, null], 3],
    ["a consultant when those who know stand in for one another and are both away", [4], 3],
    ["a consultant when whoever knew has left", [99], 3],
  ])("%s", (_what, knowing, id) => expect(whoLooks(knowing, desk)).toBe(id));

  it("somebody, while there is a desk at all", () => {
    expect(whoLooks([], [colleague(7, "finance", { awayUntil: "2026-03-20" })])).toBe(7);
    expect(whoLooks([1], [])).toBeNull();
  });
});

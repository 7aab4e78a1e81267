import { describe, expect, it } from "vitest";
import { arrivals, arrivedSince } from "./arrivals";

const row = (tenancyId: number, tab = "today") => ({ tenancyId, tab });

describe("what comes into a list while somebody looks at it", () => {
  const before = [row(1), row(2, "waiting"), row(3)];
  const after = [row(1), row(2), row(4)];
  const known = arrivals(before, after, new Map(), 7);

  it("is what came from elsewhere and what was no case before, not what stood there already", () => {
    expect([...known]).toEqual([
      [2, { mark: 7, opened: false }],
      [4, { mark: 7, opened: true }],
    ]);
    expect(arrivedSince(after, "today", known, 6)).toBe(2);
  });

  it("is new for who looked before it came only", () => {
    expect(arrivedSince(after, "today", known, 7)).toBe(0);
  });

  it("among all cases is only what was no case before", () => {
    expect(arrivedSince(after, "all", known, 6)).toBe(1);
  });

  it("is kept as it was while nothing moves", () => {
    expect(arrivals(after, after, known, 9)).toBe(known);
  });
});

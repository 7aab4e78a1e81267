import { describe, expect, it } from "vitest";
import { day } from "../../kernel/day";
import { attemptOfRing, mayRing, RING_RESULTS, taskAfter } from "./ring";

const monday = day("2026-11-16");
const tuesday = day("2026-11-17");
const notHome = (on: typeof monday) => ({ day: on, result: "not-home" }) as const;

describe("rings at the door", () => {
  it("lie on two different days", () => {
    expect(mayRing(monday, "not-home", [])).toBeNull();
    expect(mayRing(monday, "not-home", [notHome(monday)])).toBe("rung-today");
    expect(mayRing(tuesday, "not-home", [notHome(monday)])).toBeNull();
  });

  it("may find somebody home on the same day as one that did not", () => {
    expect(mayRing(monday, "spoke", [notHome(monday)])).toBeNull();
  });

  it("bring the card at the second day, in the same go", () => {
    expect(mayRing(monday, "card-left", [])).toBe("card-after-second");
    expect(mayRing(monday, "card-left", [notHome(monday)])).toBe("card-after-second");
    expect(mayRing(tuesday, "card-left", [notHome(monday)])).toBeNull();
    expect(mayRing(tuesday, "card-left", [notHome(monday), notHome(tuesday)])).toBeNull();
    expect(mayRing(tuesday, "card-left", [{ day: monday, result: "bell-broken" }])).toBeNull();
  });

  it("each count as a try and do one thing to the task", () => {
    const table = RING_RESULTS.map((result) => [result, attemptOfRing(result), taskAfter(result)]);
    expect(table).toEqual([
      ["spoke", "spoke", "spoke"],
      ["will-call", "spoke", "spoke"],
      ["not-home", "not-home", null],
      ["card-left", "left", "card-left"],
      ["family", "someone-else", "other"],
      ["away-long", "someone-else", "other"],
      ["other-language", "someone-else", "other"],
      ["moved", "someone-else", "other"],
      ["refuses", "spoke", "spoke"],
      ["bell-broken", "not-home", null],
      ["heard-deceased", "someone-else", "other"],
      ["worried", "someone-else", "other"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { cardCode, readCardCode } from "./code";

describe("the code on a call-back card", () => {
  it("is a word and three digits, and never the same twice", () => {
    const codes = Array.from({ length: 60_000 }, (_, n) => cardCode(n + 1));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.slice(0, 50_000).every((code) => /^[a-z]+ [1-9]\d\d$/.test(code))).toBe(true);
  });

  it("looks unlike the code of the card before it", () => {
    expect(cardCode(1).split(" ")[0]).not.toBe(cardCode(2).split(" ")[0]);
  });

  it("is found however it is typed", () => {
    expect(readCardCode("Tulp384")).toBe("tulp 384");
    expect(readCardCode("  TULP - 384 ")).toBe("tulp 384");
    expect(readCardCode("384")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { add, cents, least, most, parseEuros, subtract, sum, typedEuros } from "./money";

describe("an amount as people type it", () => {
  it.each(["50", "50,-", "€ 50,-", "50,--", "50,=", "50 euro", "50,00 Euro", "EUR 50", "50.00"])("%s is fifty euros", (text) => {
    expect(typedEuros(text)).toBe(5_000n);
  });

  it.each(["0,-", "50,-5", "euro", "-50", "50-", "vijftig"])("%s is not one", (text) => {
    expect(typedEuros(text)).toBeNull();
  });
});

describe("an amount in a Dutch file", () => {
  it.each([
    ["612,40", 61_240n],
    ["612,4", 61_240n],
    ["612", 61_200n],
    ["0,01", 1n],
    ["-3,5", -350n],
    [" 12,00 ", 1_200n],
    ["-0,00", 0n],
    ["90071992547409,91", 9_007_199_254_740_991n],
  ])("%s is %s cents", (text, wanted) => {
    expect(parseEuros(text)).toBe(wanted);
  });

  it.each([
    "",
    "abc",
    "1.234,56",
    "12.50",
    "12,345",
    ",50",
    "12,",
    "1 000",
    "€ 5",
    "+5",
    "--5",
    "1e3",
    "90071992547409,92",
    "999999999999999",
  ])("%j is refused: it could mean something else", (text) => {
    expect(parseEuros(text)).toBeNull();
  });
});

describe("money", () => {
  it("is whole cents only", () => {
    expect(cents(61_240)).toBe(61_240n);
    expect(() => cents(0.1)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow(RangeError);
  });

  it("adds without ever rounding", () => {
    const tenth = cents(10);
    expect(sum([tenth, tenth, tenth])).toBe(30n);
    expect(sum([])).toBe(0n);
    expect(add(tenth, cents(-25))).toBe(-15n);
    expect(subtract(tenth, cents(25))).toBe(-15n);
    expect([least(tenth, cents(25)), most(tenth, cents(25))]).toEqual([10n, 25n]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount } from "./amount";

const read = (text: string) => {
  const it = readAmount(text);
  return "problem" in it ? it.problem : Number(it.cents);
};

describe("an amount as files write it", () => {
  it.each([
    ["1234,50", 123450],
    ["1.234,50", 123450],
    ["1,234.50", 123450],
    ["1 234,50", 123450],
    ["1.234.567,89", 123456789],
    ["1,234,567.89", 123456789],
    ["1234567.89", 123456789],
    ["12,5", 1250],
    ["12.5", 1250],
    ["12", 1200],
    ["0,05", 5],
    ["-12,5", -1250],
    ["12,50-", -1250],
    ["12,50 -", -1250],
    ["−7,25", -725],
    ["+5,00", 500],
    ["€ 12,50", 1250],
    ["€12,50", 1250],
    ["€\u00a012,50", 1250],
    ["€ -12,50", -1250],
    ["-€ 12,50", -1250],
    ["€ 12,-", 1200],
    ["EUR 12,50", 1250],
    ["12,50 EUR", 1250],
    ["90071992547409,91", 9007199254740991],
  ])("%s is %i cents", (text, cents) => expect(read(text)).toBe(cents));

  it.each([
    ["1.234", "ambiguous-amount"],
    ["1.000", "ambiguous-amount"],
    ["1,234", "three-decimals"],
    ["12,505", "three-decimals"],
    ["0.125", "three-decimals"],
    ["1.234,567", "three-decimals"],
    ["1.234,5", "bad-amount"],
    ["1.23.45", "bad-amount"],
    ["1.2345,00", "bad-amount"],
    ["1.234.50", "bad-amount"],
    ["01.234,50", "bad-amount"],
    ["12,", "bad-amount"],
    ["NaN", "bad-amount"],
    ["Infinity", "bad-amount"],
    ["1e5", "bad-amount"],
    ["0x10", "bad-amount"],
    ["(12,50)", "bad-amount"],
    ["--5", "bad-amount"],
    ["twaalf", "bad-amount"],
    ["١٢", "bad-amount"],
    ["-", "bad-amount"],
    ["€", "bad-amount"],
    ["", "bad-amount"],
    ["=1+1", "bad-amount"],
    ["$ 12,50", "bad-amount"],
    ["90071992547409,92", "amount-too-large"],
  ])("%s is refused as %s", (text, problem) => expect(read(text)).toBe(problem));

  it("of a million digits is refused, not weighed", () => expect(read("9".repeat(1_000_000))).toBe("amount-too-large"));

  it("means the same in every notation, for any amount", () => {
    const any = fc.tuple(fc.bigInt(0n, 9007199254740991n), fc.boolean());
    fc.assert(
      fc.property(any, ([cents, negative]) => {
        const whole = String(cents / 100n);
        const rest = String(cents % 100n).padStart(2, "0");
        const grouped = (sign: string) => whole.replace(/\B(?=(\d{3})+$)/g, sign);
        const expected = { cents: negative ? -cents : cents };
        const notations = [
          `${whole},${rest}`,
          `${whole}.${rest}`,
          `${grouped(".")},${rest}`,
          `${grouped(",")}.${rest}`,
          `€ ${grouped(".")},${rest}`,
        ];
        for (const text of notations) {
          for (const signed of negative ? [`-${text}`, `${text}-`] : [text, ` ${text} `])
            expect(readAmount(signed)).toEqual(expected);
        }
      }),
    );
  });

  it("is never guessed: whatever is typed, it is exact or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-€ e+"), maxLength: 14 }), (text) => {
        const it = readAmount(text);
        if ("problem" in it) return;
        const digits = text.replace(/\D/g, "");
        const plain = String(it.cents < 0n ? -it.cents : it.cents);
        // The same digits in the same order, with at most two noughts for cents that were not written.
        expect([digits, `${digits}0`, `${digits}00`].map((each) => each.replace(/^0+(?=\d)/, ""))).toContain(plain);
      }),
    );
  });
});

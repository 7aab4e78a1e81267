import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPhone, readPhones } from "./phone";

describe("a phone number as people write it", () => {
  it.each([
    ["06-12345678", "mobile", "+31612345678"],
    ["06 12345678", "mobile", "+31612345678"],
    ["06 - 12 34 56 78", "mobile", "+31612345678"],
    ["06.12.34.56.78", "mobile", "+31612345678"],
    ["0612345678", "mobile", "+31612345678"],
    ["612345678", "mobile", "+31612345678"],
    ["31612345678", "mobile", "+31612345678"],
    ["+31612345678", "mobile", "+31612345678"],
    ["+31 (0)6 1234 5678", "mobile", "+31612345678"],
    ["+31 06 12345678", "mobile", "+31612345678"],
    ["0031612345678", "mobile", "+31612345678"],
    ["00 31 6 12345678", "mobile", "+31612345678"],
    ["O6-12345678", "mobile", "+31612345678"],
    ["06-12345678 (dochter)", "mobile", "+31612345678"],
    ["mob: 06-12345678", "mobile", "+31612345678"],
    ["(010) 412 34 56", "landline", "+31104123456"],
    ["010/4123456", "landline", "+31104123456"],
    ["010 - 412.34.56 na 18:00 uur", "landline", "+31104123456"],
    ["0182-123456", "landline", "+31182123456"],
    ["+31 10 412 34 56", "landline", "+31104123456"],
    ["088 123 45 67", "landline", "+31881234567"],
    ["085-1234567", "landline", "+31851234567"],
    ["084-1234567", "landline", "+31841234567"],
    ["0800-0432", "landline", "+318000432"],
    ["+32 470 12 34 56", "mobile", "+32470123456"],
    ["0032 470123456", "mobile", "+32470123456"],
    ["+49 151 23456789", "mobile", "+4915123456789"],
    ["+44 20 7946 0958", "landline", "+442079460958"],
    ["+90 532 123 45 67", "mobile", "+905321234567"],
  ])("%s is %s %s", (typed, kind, value) => expect(readPhone(typed)).toEqual({ kind, value }));

  it.each([
    ["geen", "no-number"],
    ["onbekend", "no-number"],
    ["vraag buren", "no-number"],
    ["-", "no-number"],
    ["0612345", "too-short"],
    ["010-41234", "too-short"],
    ["112", "too-short"],
    ["06123456789", "too-long"],
    ["0900-1234", "service-number"],
    ["0909 1234", "service-number"],
    ["14010", "service-number"],
    ["140490", "service-number"],
    ["0970 12345678", "service-number"],
    ["0000000000", "no-such-number"],
    ["06-00000000", "no-such-number"],
  ])("%s is unusable: %s", (typed, because) => expect(readPhone(typed)).toEqual({ kind: "unusable", value: typed, because }));

  it("reaches the same phone in every Dutch notation", () => {
    const mobile = fc.integer({ min: 10_000_000, max: 59_999_999 }).map((rest) => `6${rest}`);
    fc.assert(
      fc.property(mobile, (national) => {
        const pairs = national.slice(1).replace(/(\d\d)(?=\d)/g, "$1 ");
        const notations = [
          `0${national}`,
          `06-${national.slice(1)}`,
          `06 ${pairs}`,
          `+31 ${national}`,
          `+31 (0)${national}`,
          `0031${national}`,
          national,
          `31${national}`,
        ];
        for (const text of notations) expect(readPhone(text)).toEqual({ kind: "mobile", value: `+31${national}` });
      }),
    );
  });

  it("is never read as a number nobody typed: whatever is typed, its last digits are there", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 -()+/o"), maxLength: 16 }), (text) => {
        const { kind, value } = readPhone(text);
        const digits = text.replace(/o/g, "0").replace(/\D/g, "");
        expect(kind === "unusable" ? value === text.trim() : digits.includes(value.slice(-7))).toBe(true);
      }),
    );
  });
});

describe("two numbers in one field", () => {
  it.each([
    ["010-4123456 / 06-12345678", ["+31104123456", "+31612345678"]],
    ["06-12345678 of 010 4123456", ["+31612345678", "+31104123456"]],
    ["06-12345678; 0612345678", ["+31612345678"]],
    ["06 12345678, dochter 06 87654321", ["+31612345678", "+31687654321"]],
    ["010/4123456", ["+31104123456"]],
    ["06-12345678 / 0612", ["+31612345678"]],
    ["06-12345678 bgg 010-4123456", ["+31612345678", "+31104123456"]],
    ["tel. 010-4123456 mob. 06-12345678", ["+31104123456", "+31612345678"]],
    ["010-4123456\n06-12345678", ["+31104123456", "+31612345678"]],
    ["010-4123456 06-12345678", ["+31104123456", "+31612345678"]],
    ["0104123456 0612345678", ["+31104123456", "+31612345678"]],
    ["06 12 34 05 67", ["+31612340567"]],
    ["06-12345678 (moeder)", ["+31612345678"]],
    ["+31 (0)10 412 34 56", ["+31104123456"]],
    ["geen 06, bel 010-4123456", ["+31104123456"]],
  ])("%s", (typed, values) => expect(readPhones(typed).map(({ value }) => value)).toEqual(values));
});

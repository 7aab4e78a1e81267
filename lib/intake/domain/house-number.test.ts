import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress, readHouseNumber } from "./house-number";

const short = (text: string) => {
  const it = readHouseNumber(text);
  return it && [it.number, it.letter, it.addition];
};

describe("a house number in one field", () => {
  it.each([
    ["47", ["47", null, null]],
    ["0047", ["47", null, null]],
    ["47C", ["47", "C", null]],
    ["47 C", ["47", "C", null]],
    ["47-c", ["47", "C", null]],
    ["12-II", ["12", null, "II"]],
    ["12 III", ["12", null, "III"]],
    ["3 hs", ["3", null, "hs"]],
    ["3-hs", ["3", null, "hs"]],
    ["12 bis", ["12", null, "bis"]],
    ["12bis", ["12", null, "bis"]],
    ["12A bis", ["12", "A", "bis"]],
    ["100A-2", ["100", "A", "2"]],
    ["100 A 2", ["100", "A", "2"]],
    ["12-14", ["12", null, "14"]],
    ["12 1hoog", ["12", null, "1hoog"]],
    ["12 t/o", ["12", null, "t/o"]],
    ["7 kamer 3", ["7", null, "kamer 3"]],
  ])("%s is split", (text, parts) => expect(short(text)).toEqual(parts));

  it.each(["", "0", "abc", "bis 12", "123456", "5 =1+1", "12 een heel verhaal"])("%s is not one", (text) =>
    expect(short(text)).toBeNull(),
  );

  it("that was put together from its parts gives the parts back", () => {
    const letter = fc.option(fc.constantFrom(..."ABCDEFGHK"), { nil: null });
    const addition = fc.option(fc.constantFrom("2", "II", "hs", "bis", "rd", "14"), { nil: null });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        letter,
        addition,
        fc.constantFrom("", " ", "-"),
        (number, a, b, between) => {
          const text = `${number}${a ? between + a : ""}${b ? (a || !/^\d/.test(b) ? between || "-" : "-") + b : ""}`;
          expect(short(text)).toEqual([String(number), a, b]);
        },
      ),
    );
  });
});

describe("street and house number in one field", () => {
  it.each([
    ["Hoogvlietse Kade 12 A", "Hoogvlietse Kade", "12", "A", null],
    ["1e Pijnackerstraat 5-II", "1e Pijnackerstraat", "5", null, "II"],
    ["Plein 1944 12", "Plein 1944", "12", null, null],
    ["Plein 1944", "Plein", "1944", null, null],
    ["Dorpsstraat 12 2", "Dorpsstraat", "12", null, "2"],
    ["Laan van 't Haagje 12 bis", "Laan van 't Haagje", "12", null, "bis"],
    ["Dorpsstraat, 12", "Dorpsstraat", "12", null, null],
  ])("%s", (text, street, number, letter, addition) => expect(readAddress(text)).toEqual({ street, number, letter, addition }));

  it("without a number is no address", () => expect(readAddress("Postbus")).toBeNull());
});

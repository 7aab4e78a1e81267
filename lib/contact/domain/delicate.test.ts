import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delicateIn, isBsn } from "./delicate";

describe("a note", () => {
  it.each([
    ["Zij heeft kanker, dochter belt.", "kanker"],
    ["Meneer is dementerend", "dementerend"],
    ["Ligt in het ziekenhuis", "ziekenhuis"],
    ["DEPRESSIEF sinds mei", "DEPRESSIEF"],
    ["heeft een burn-out", "burn-out"],
  ])("%s tells of health", (text, word) => expect(delicateIn(text)).toEqual({ kind: "health", word }));

  it.each([
    "Belt vrijdag terug, zoon helpt.",
    "Betaalt als de AOW komt",
    "Nam niet op; 06 02 00 09 68",
    "IBAN NL02ABNA0123456789",
    "Contract 104042, kenmerk 123456789012",
  ])("%s tells of nothing delicate", (text) => expect(delicateIn(text)).toBeNull());

  it.each(["BSN 111222333", "111 222 333 is haar nummer", "nr 1112.22.333."])("%s holds a citizen service number", (text) =>
    expect(delicateIn(text)).toEqual({ kind: "bsn" }),
  );

  it("holds no citizen service number when nine digits fail the eleven test, or are zeros", () => {
    expect(delicateIn("kenmerk 111222334")).toBeNull();
    expect(isBsn("000000000")).toBe(false);
    expect(isBsn("11122233")).toBe(false);
  });

  it("changing one digit of a citizen service number makes it none", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [..."111222333"];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(isBsn(digits.join(""))).toBe(false);
      }),
    );
  });
});

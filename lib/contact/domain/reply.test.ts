import { describe, expect, it } from "vitest";
import { asksToStop, inDistress, senderNumber } from "./reply";

describe("what a tenant texts back", () => {
  it.each([
    ["Ik weet het niet meer, ik wil niet meer leven", true],
    ["heb al 3 dagen geen geld voor eten", true],
    ["Bel mij, ben BANG dat ik eruit moet", true],
    ["Mijn man is overleden", true],
    ["denk aan suïcide", true],
    ["Ik kan niet meer", true],
    ["ik zie het  niet meer zitten", true],
    ["Ik wil er niet meer zijn", true],
    ["ik maak er een eind aan", true],
    ["Ik bel morgen terug, groet Jansen", false],
    ["Betaald op vrijdag", false],
    ["Wie bent u?", false],
  ])("%s: somebody in need is %s", (text, expected) => expect(inDistress(text)).toBe(expected));

  it.each([
    ["STOP", true],
    [" stop. ", true],
    ["Geen sms meer!", true],
    ["Stop met bellen, ik heb betaald", false],
    ["Ik stop er geld in", false],
  ])("%s: asks for no more messages is %s", (text, expected) => expect(asksToStop(text)).toBe(expected));

  it.each([
    ["0031612345678", "+31612345678"],
    ["31612345678", "+31612345678"],
    ["+31 6 12 34 56 78", "+31612345678"],
    ["Maasstede", "Maasstede"],
  ])("comes from %s, which is %s", (from, expected) => expect(senderNumber(from)).toBe(expected));
});

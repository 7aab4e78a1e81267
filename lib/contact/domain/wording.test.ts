import { describe, expect, it } from "vitest";
import { smsText } from "../templates/sms";
import { gsmLength, gsmParts, inGsmAlphabet } from "./gsm";
import { showsAmount, speaksOfDebt } from "./wording";

const values = {
  name: "mevrouw Van der Berg-Özdemir",
  firstName: "Marloes",
  corporation: "Wonen Maasstede",
  teamNumber: "010 012 40 00",
  part: "morning",
} as const;

describe("a text that someone else may read", () => {
  it.each([
    "U moet € 612,40 betalen",
    "Uw huurachterstand",
    "Bel over uw huur",
    "Kijk op www.wonen.nl",
    "Er staat 612,40 open",
    "Your rent is overdue",
  ])("is refused when it says: %s", (text) => expect(speaksOfDebt(text)).toBe(true));

  it.each([
    "Bel het nummer in uw huurcontract.",
    "Goedemiddag mevrouw Huurman, wilt u mij bellen?",
    "Dhr. Schuldink, 010 012 40 00",
  ])("may say: %s", (text) => expect(speaksOfDebt(text)).toBe(false));

  it("tells an amount from a telephone number", () => {
    expect(showsAmount("010 012 40 00")).toBe(false);
    expect(showsAmount("612,40")).toBe(true);
  });
});

describe("the text message", () => {
  it("asks to call, greets by the part of the day, and names neither amount nor debt", () => {
    const text = smsText(values);
    expect(text).toEqual({
      ok: true,
      value:
        "Goedemorgen mevrouw Van der Berg-Özdemir, met Marloes van Wonen Maasstede. Wilt u mij bellen? 010 012 40 00, werkdagen 9-16 uur. Twijfelt u? Bel het nummer in uw huurcontract.",
    });
    expect(text.ok && gsmParts(text.value)).toBe(2);
  });

  it("is refused when a value is missing, naming which", () => {
    expect(smsText({ ...values, teamNumber: " " })).toEqual({
      ok: false,
      code: "template-incomplete",
      detail: { missing: "teamNumber" },
    });
  });

  it("is refused when the corporation's own template has an unknown place, speaks of debt, or is too long", () => {
    expect(smsText(values, "Dag {wie}")).toMatchObject({ ok: false, code: "template-incomplete" });
    expect(smsText(values, "Dag {naam}, u heeft een achterstand.")).toMatchObject({ ok: false, code: "gate-words" });
    expect(smsText(values, `Dag {naam}. ${"Wilt u ons bellen? ".repeat(20)}`)).toMatchObject({
      ok: false,
      code: "template-too-long",
    });
  });

  it("goes in the network's own alphabet: Daniël without dots, no curly quotes, no emoji", () => {
    expect(inGsmAlphabet("Daniël van ’t Zand – Öz ☎️😀")).toBe("Daniel van 't Zand - Öz ");
  });

  it("is counted as the network does: one message of 160, several of 153, and € for two", () => {
    expect(gsmParts("a".repeat(160))).toBe(1);
    expect(gsmParts("a".repeat(161))).toBe(2);
    expect(gsmParts("a".repeat(307))).toBe(3);
    expect(gsmLength("€5")).toBe(3);
  });
});

import { describe, expect, it } from "vitest";
import { smsText } from "../templates/sms";
import { inGsmAlphabet } from "./gsm";
import { showsAmount, speaksOfDebt } from "./wording";

const values = {
  name: "mevrouw Smit",
  firstName: "Marloes",
  corporation: "Wonen Proefstede",
  teamNumber: "010 012 40 00",
  part: "morning",
} as const;

describe("a name that is a word", () => {
  it.each([
    "mevrouw Schuld",
    "de heer Pay",
    "mevrouw Van Rent",
    "familie Euro",
    "de heer De Huur",
    "Rent-a-Bike",
    "Fietsen.nl",
    "Schuld & Co",
  ])("never stops a message: %s", (name) =>
    expect(smsText({ ...values, name })).toMatchObject({ ok: true, value: expect.stringContaining(name) }),
  );

  it("of the colleague or the corporation never stops one either", () => {
    expect(smsText({ ...values, firstName: "Pay" })).toMatchObject({ ok: true });
    expect(smsText({ ...values, corporation: "Proefwonen.nl" })).toMatchObject({ ok: true });
  });

  it("does not hide a word of debt in the template", () =>
    expect(smsText({ ...values, name: "mevrouw Huur" }, "Dag {naam}, over uw huur")).toMatchObject({
      ok: false,
      code: "gate-words",
    }));
});

describe("a telephone number with dots", () => {
  it.each(["010-123.45.67", "010.123.45.67", "0182-12.34.56"])("is no amount: %s", (number) => {
    expect(showsAmount(number)).toBe(false);
    expect(speaksOfDebt(`Bel ${number}`)).toBe(false);
    expect(smsText({ ...values, teamNumber: number })).toMatchObject({ ok: true });
  });

  it.each(["1.234,50", "1234.50", "Er staat 612,40 open", "-612,40"])("hides no amount: %s", (text) =>
    expect(showsAmount(text)).toBe(true),
  );
});

describe("a name in letters the network does not know", () => {
  it.each([
    ["Łukaszewski", "Lukaszewski"],
    ["Đorđević", "Dordevic"],
    ["Yıldırım", "Yildirim"],
    ["Þórsson", "Thórsson".replace("ó", "o")],
    ["Œuvré", "OEuvré"],
    ["Ħamrun", "Hamrun"],
    ["Məmmədov", "Memmedov"],
    ["D`Angelo", "D'Angelo"],
    ["D´Angelo", "D'Angelo"],
    ["Smit‑Wit", "Smit-Wit"],
  ])("is written in plain ones: %s", (name, plain) => expect(inGsmAlphabet(name)).toBe(plain));

  it.each(["mevrouw 李", "de heer Жуков", "Κώστας"])("is refused rather than sent with a gap: %s", (name) =>
    expect(smsText({ ...values, name })).toMatchObject({ ok: false }),
  );
});

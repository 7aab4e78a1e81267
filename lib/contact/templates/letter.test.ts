import { describe, expect, it } from "vitest";
import { day, monthOf } from "@/lib/kernel/day";
import { type LetterValues, letterPage } from "./letter";

const values: LetterValues = {
  corporation: "Wonen Maasstede",
  teamNumber: "010 012 40 00",
  hours: "werkdagen 9-16 uur",
  sender: "Marloes Visser",
  day: day("2026-11-20"),
  name: "Mw. A. Yıldırım",
  spoken: "mevrouw Yıldırım",
  street: "Kadeweg 12-B",
  postcode: "3011 AB",
  city: "Rotterdam",
  number: "104042",
  reference: "5000056789012345",
  byDirectDebit: false,
  charges: [
    { category: "rent", month: monthOf(day("2026-10-01")), cents: 61_240n },
    { category: "heating", month: monthOf(day("2026-11-01")), cents: 8_000n },
  ],
};
const pageOf = (more: Partial<LetterValues> = {}) => {
  const page = letterPage({ ...values, ...more });
  if (!page.ok) throw new Error(page.code);
  return page.value;
};
const wholeText = (more: Partial<LetterValues> = {}) => JSON.stringify(pageOf(more));

describe("the written reminder", () => {
  it("names each month with what is open of it, and their sum", () =>
    expect(pageOf()).toMatchObject({
      rows: [
        ["Huur oktober 2026", expect.stringMatching(/^€\s612,40$/)],
        ["Stookkosten november 2026", expect.stringMatching(/^€\s80,00$/)],
      ],
      total: expect.stringMatching(/^€\s692,40$/),
    }));

  it("offers help, points to the municipality, says how to object, and costs nothing", () => {
    const text = wholeText();
    for (const said of [
      "Betalen in delen kan ook",
      "De gemeente helpt gratis",
      "Wilt u niet dat wij uw gegevens aan de gemeente geven",
      "Deze brief kost u niets",
      "Klopt er iets niet",
      "010 012 40 00 (werkdagen 9-16 uur)",
    ])
      expect(text).toContain(said);
  });

  it("frightens nobody", () =>
    expect(wholeText()).not.toMatch(
      /deurwaarder|incasso|ontruim|rechter|schuld|achterstand|aanmaning|sommatie|uiterlijk binnen/i,
    ));

  it("tells who pays by direct debit that this did not work, and nobody else", () => {
    expect(wholeText({ byDirectDebit: true })).toContain("schrijven uw huur automatisch af");
    expect(wholeText()).not.toContain("automatisch");
  });

  it("leaves out a reference and hours that are not known", () => {
    expect(wholeText({ reference: null })).not.toContain("met kenmerk");
    expect(wholeText({ hours: "" })).not.toContain("()");
  });

  it.each([["corporation"], ["teamNumber"], ["sender"], ["name"], ["street"], ["city"]] as const)(
    "is not made without %s",
    (key) =>
      expect(letterPage({ ...values, [key]: " " })).toMatchObject({
        ok: false,
        code: "template-incomplete",
        detail: { missing: key },
      }),
  );

  it("is not made when nothing is open", () =>
    expect(letterPage({ ...values, charges: [] })).toMatchObject({ code: "nothing-open" }));
});

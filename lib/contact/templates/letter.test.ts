import { describe, expect, it } from "vitest";
import { day, monthOf } from "@/lib/kernel/day";
import { TEXTS } from "../domain/texts";
import { type About, type Envelope, letterPage } from "./letter";

const values: Envelope = {
  corporation: "Wonen Maasstede",
  letterhead: ["Kade 1, 3011 AA Rotterdam"],
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
};
type Reminder = Extract<About, { kind: "written-reminder" }>;
const reminder: Reminder = {
  kind: "written-reminder",
  byDirectDebit: false,
  charges: [
    { category: "rent", month: monthOf(day("2026-10-01")), cents: 61_240n },
    { category: "heating", month: monthOf(day("2026-11-01")), cents: 8_000n },
  ],
};
const pageOf = (more: Partial<Envelope> = {}, about: About = reminder) => {
  const page = letterPage({ ...values, ...more }, about);
  if (!page.ok) throw new Error(page.code);
  return page.value;
};
const wholeText = (more: Partial<Envelope> = {}, about: About = reminder) => JSON.stringify(pageOf(more, about));

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
    expect(wholeText({}, { ...reminder, byDirectDebit: true })).toContain("schrijven uw huur automatisch af");
    expect(wholeText()).not.toContain("automatisch");
  });

  it("leaves out a reference and hours that are not known", () => {
    expect(wholeText({ reference: null })).not.toContain("met kenmerk");
    expect(wholeText({ hours: "" })).not.toContain("()");
  });

  it.each([["corporation"], ["teamNumber"], ["sender"], ["name"], ["street"], ["city"]] as const)(
    "is not made without %s",
    (key) =>
      expect(letterPage({ ...values, [key]: " " }, reminder)).toMatchObject({
        ok: false,
        code: "template-incomplete",
        detail: { missing: key },
      }),
  );

  it("is not made when nothing is open", () =>
    expect(letterPage(values, { ...reminder, charges: [] })).toMatchObject({ code: "nothing-open" }));
});

describe("letters that a person asks for", () => {
  const terms = [
    { day: day("2026-12-24"), cents: 30_620n },
    { day: day("2027-01-22"), cents: 30_620n },
  ];

  it("confirm an arrangement with each instalment and their sum", () =>
    expect(pageOf({}, { kind: "confirm-arrangement", terms })).toMatchObject({
      title: "Uw regeling",
      head: ["Op", "Bedrag"],
      rows: [
        [expect.stringMatching(/^donderdag 24\sdecember\s2026$/), expect.stringMatching(/306,20$/)],
        [expect.stringMatching(/^vrijdag 22\sjanuari\s2027$/), expect.stringMatching(/306,20$/)],
      ],
      total: expect.stringMatching(/612,40$/),
    }));

  it("confirm a promise, and ask to change a transfer, without a table", () => {
    const promise = pageOf({}, { kind: "confirm-promise", cents: 61_240n, day: day("2026-12-24") });
    expect([promise.rows, promise.total]).toEqual([[], ""]);
    expect(promise.before.join(" ")).toMatch(/612,40 op donderdag 24\sdecember\s2026, met kenmerk 5000056789012345/);
    const transfer = pageOf({}, { kind: "check-transfer", rent: 63_920n, since: day("2026-07-01"), paid: 61_240n });
    expect(transfer.before.join(" ")).toMatch(/Sinds woensdag 1\sjuli\s2026 is uw huur €\s639,20\sper maand/);
  });

  it("are not made of an arrangement without instalments, and leave no gap for a place without a value", () => {
    expect(letterPage(values, { kind: "confirm-arrangement", terms: [] })).toMatchObject({ code: "nothing-open" });
    const text = { title: "x", body: `${TEXTS["confirm-promise"].first.body} {termijnen}` };
    expect(letterPage(values, { kind: "confirm-promise", cents: 1n, day: day("2026-12-24") }, text)).toMatchObject({
      code: "template-incomplete",
    });
  });
});

import { describe, expect, it } from "vitest";
import { cardsPdf } from "../channels/print";
import { type CardFacts, cardPage } from "./card";

const facts: CardFacts = {
  name: { salutation: "mw", initials: "C.A.", prefix: "van der", lastName: "Berg-Özdemir" },
  colleague: "Marloes",
  sender: "Ronald",
  as: "caretaker",
  code: "tulp 384",
  office: {
    name: "Wonen Maasstede",
    number: "0100124000",
    hours: "werkdagen van 9 tot 16 uur",
    dropIn: "in de hal, elke werkdag van 8 tot 9 uur",
  },
};
const LONGEST: CardFacts = {
  ...facts,
  name: { salutation: "mw", initials: "A.", prefix: "van den", lastName: "Wijngaert-van Ouwerkerk-Schoonhoven" },
  colleague: "Maria-Magdalena",
  code: "spiegel 9994",
  office: {
    ...facts.office,
    name: "Woningstichting Goed Wonen in de Grote Waard",
    hours: "maandag tot en met vrijdag van 8.30 tot 16.30 uur",
  },
};

const pages = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

describe("the call-back card", () => {
  it("says who was there, whom to ring, when, and the code, and no word of rent", () => {
    const words = JSON.stringify(cardPage(facts));
    for (const part of ["Beste mevrouw Van der Berg-Özdemir,", "Mijn collega Marloes", "tulp 384", "Ronald", "in de hal"])
      expect(words).toContain(part);
    expect(words).not.toMatch(/huur(?!der|meester)|schuld|achterstand|betal|€|bedrag/i);
  });

  it("of a consultant says that they themselves want to speak", () => {
    expect(cardPage({ ...facts, as: "consultant", sender: "Joke" })).toMatchObject({
      lines: ["Ik was vandaag bij u aan de deur. U was niet thuis.", "Ik wil u graag spreken. Wilt u bellen?"],
      role: "woonconsulent",
    });
  });

  it("leaves out where to drop in when the office has no such place, and a name it does not know", () => {
    const page = cardPage({ ...facts, name: null, office: { ...facts.office, dropIn: "" } });
    expect(page.dear).toBe("Beste bewoner,");
    expect(page.after).toHaveLength(1);
  });

  it.each([
    ["on an A6 of its own", facts, false, 1],
    ["with the longest names still on one A6", LONGEST, false, 1],
    ["four on an A4", facts, true, 1],
  ] as const)("is made as a tagged PDF, %s", async (_what, one, sheet, expected) => {
    const made = await cardsPdf(sheet ? [1, 2, 3, 4].map(() => cardPage(one)) : [cardPage(one)], sheet);
    expect(made.ok).toBe(true);
    const pdf = made.ok ? made.value : Buffer.alloc(0);
    expect(pages(pdf)).toBe(expected);
    expect(pdf.toString("latin1")).toContain("/MarkInfo");
  });
});

import { describe, expect, it } from "vitest";
import { account, KASSIER, receipt, ref, register, say, typo } from "@/tests/factories/households";
import { match } from "./match";
import type { Received } from "./register";

type Case = readonly [told: string, cents: number, line: Partial<Received>];
const run = (of: Received) => match(of, register());

describe("waits", () => {
  const cases: readonly (readonly [...Case, readonly number[]])[] = [
    ["a mother who pays her son's rent and names him", 57240, say("H BRANDSMA", "huur Joost Brandsma nov", account(1)), [2]],
    ["her son's rent without words", 57240, say("H BRANDSMA", null, account(1)), [2]],
    ["her own rent for somebody she names", 63110, say("H BRANDSMA", "huur voor mijn zus", account(1)), [1]],
    ["her own rent with another tenant named", 63110, say("H BRANDSMA", "huur Tuinman", account(1)), [1, 3]],
    ["her own rent with another tenant's address", 63110, say("H BRANDSMA", "huur Essenlaan 16", account(1)), [1, 3]],
    ["a part for somebody unknown", 30000, say("H BRANDSMA", "huur Joost", account(1)), [1]],
    ["money without words that explains nothing", 45678, say("H BRANDSMA", null, account(1)), [1]],
    ["money for something else", 25000, say("H BRANDSMA", "verjaardag Tim", account(1)), [1]],
    ["a salary that went the wrong way", 63110, say("H BRANDSMA", "salaris november", account(1)), [1]],
    ["a salary from an employer", 214300, say("BOUWBEDRIJF KROON BV", "salaris nov H Brandsma Wilgenpad 3"), [1]],
    ["a deposit", 63110, say("H BRANDSMA", "waarborgsom", account(1)), [1]],
    ["a deposit with the reference, of another amount", 100000, say("H BRANDSMA", `borg ${ref(1)}`), [1]],
    [
      "a refund of a supplier with a tenant's address",
      24200,
      say("INSTALLATIEBEDRIJF DOK", "creditnota Wilgenpad 3 Brandsma"),
      [1],
    ],
    ["damage paid by an insurer", 95000, say("NOORDER VERZEKERINGEN", "schade Essenlaan 16 mevr Tuinman"), [3]],
    ["damage that is by chance the rent", 63110, say("NOORDER VERZEKERINGEN", "schadevergoeding Essenlaan 16 Tuinman"), [3]],
    ["a sale", 24500000, say("NOTARIS WOUDSTRA DERDENGELDEN", "koopsom Wilgenpad 50 Cornelissen"), [12]],
    ["a sale by other words", 24500000, say("NOTARISKANTOOR WOUDSTRA", "passeren Wilgenpad 50 Cornelissen"), [12]],
    ["a large amount with a contract number and name", 2450000, say("D EEFTING", "700014"), [14]],
    ["a very large amount with a reference", 24500000, say("D EEFTING", ref(14)), [14]],
    [
      "a reference of one with the account, name and rent of another",
      63110,
      { ...say("H BRANDSMA", "huur", account(1)), reference: ref(2) },
      [1, 2],
    ],
    ["a reference of one with the name and rent of another", 59925, say("D EEFTING", `huur ${ref(17)}`), [14, 17]],
    [
      "a reference of one with an odd amount from another's account",
      33300,
      { ...say("H BRANDSMA", null, account(1)), reference: ref(14) },
      [1, 14],
    ],
    ["a reference of one with an odd amount and another's address", 33300, say("X Y", `Essenlaan 16 ${ref(14)}`), [3, 14]],
    [
      "a reference with a rent that two have, and the other's address",
      63110,
      say("H BRANDSMA", `${ref(1)} Essenlaan 16`),
      [1, 3],
    ],
    [
      "the administrator for a client that is not known there",
      59925,
      say("BEWINDVOERING HET ANKER", "inz D Eefting", KASSIER),
      [14],
    ],
    ["the same for a client with the same rent", 58100, say("BEWINDVOERING HET ANKER", "M Daalhof huur", KASSIER), [13]],
    ["the administrator for nobody who is named", 58100, say("BEWINDVOERING HET ANKER", "dossier 5512 huur", KASSIER), [12]],
    ["the administrator for a client of nobody", 58100, say("BEWINDVOERING HET ANKER", "inz mw Overbeek", KASSIER), [12]],
    ["an administrator that no word tells, for a client of nobody", 58100, say("HET ANKER", "mw Overbeek", KASSIER), [12]],
    ["a payment link of one tenant paid by another", 65500, say("TIKKIE", "huur nov A van Loon", account(24)), [21]],
    ["a payment link of nobody named with the rent", 61000, say("ABN AMRO INZ TIKKIE", "huur november", account(24)), [24]],
    ["a payment link with somebody unknown", 61000, say("MOLLIE PAYMENTS", "M012345 bestelling", account(24)), [24]],
    [
      "an arrangement, without saying it, that is as much as the garage",
      7000,
      say("B VAN DER LAAK", "november", account(4)),
      [4, 5],
    ],
    ["a part of two", 50000, say("E ONER", "huur", account(6)), [6, 7]],
    ["an arrangement that is not known, as much as the garage", 7200, say("E ONER", "aflossing regeling", account(6)), [6, 7]],
    ["the account of who moved out, for who lives there now", 60550, say("R VELDMAN", "huur nov F Aksoy", account(8)), [9]],
    ["the account of who moved out, with the address", 60550, say("R VELDMAN", "huur nov Beukenhof 21", account(8)), [8, 9]],
    ["the account of who moved out, in a month after that", 60550, say("R VELDMAN", "huur november", account(8)), [8]],
    ["who moved, with the new rent from the old account", 64400, say("S RAMDAS", "huur november", account(10)), [11]],
    ["who moved, with the old rent from the old account", 52000, say("S RAMDAS", "huur", account(10)), [10, 11]],
    ["who moved, with the old reference and the new rent", 64400, say("S RAMDAS", ref(10), account(10)), [10, 11]],
    ["the old address and the name of who moved out", 60550, say("R VELDMAN", "Beukenhof 21"), [8, 9]],
    ["a stairwell without a door", 71000, say("G PALS", "huur Kaaplaan 70"), [15]],
    ["a name and a rent", 59925, say("D EEFTING", "huur"), [14]],
    ["a name and a rent of two", 59000, say("KUIPERS", "huur"), [22, 23]],
    ["a mistyped reference and a stranger", 59925, { ...say("V VREEMD", null), reference: typo(14, 6) }, [14]],
    ["a mistyped reference of one from the account of another", 63110, say("H BRANDSMA", typo(3, 9), account(1)), [1, 3]],
    ["a reference in a longer number", 57240, say("J J", `nota 88${ref(2)}1`), []],
    ["a contract number on a credit note", 8412, say("SCHILDERSBEDRIJF BONT", "factuur 700014"), [14]],
    ["a contract number in the name of somebody else", 20000, say("V VREEMD", "700014"), [14]],
    ["an address with the name and rent of a neighbour", 66600, say("K HOFSTRA", "huur Kaaplaan 74"), [17, 18]],
    ["a stranger's painting job at the address", 20000, say("D EEFTING", "schilderwerk Wilgenpad 54"), [14]],
    [
      "somebody whose namesake pays as much, and who names someone",
      59000,
      say("A KUIPERS", "huur Willemijn Kuipers", account(22)),
      [22, 23],
    ],
    ["a loan between friends from a known account", 50000, say("W MOLENKAMP", "terugbetaling lening", account(24)), [24]],
    ["a firm for somebody who works there", 63110, say("DOK BV", "H. Brandsma nov", account(24)), [1]],
    ["a part for somebody whose name is in the street", 20000, say("B TIMMER", "huur Joris", account(27)), [27]],
    ["rounded to another's rent", 63110, say("M TUINMAN", "huur", account(21)), [3]],
    [
      "an account whose holder has a namesake with that rent, who is named",
      59000,
      say("A KUIPERS", "huur H Kuipers", account(22)),
      [22, 23],
    ],
    [
      "a debt collector that pays over for a tenant",
      45000,
      say("GERECHTSDEURWAARDERS KLOK", "dossier 88123 Brandsma Wilgenpad 3"),
      [1],
    ],
    ["the municipality for somebody it names", 57240, say("GEMEENTE ZUIDSTAD", "PW J Brandsma nov"), [2]],
    [
      "a tax refund to the wrong account",
      63110,
      say("BELASTINGDIENST", "teruggave inkomstenbelasting 2025 Brandsma", account(1)),
      [1],
    ],
    ["a partner's account with half the rent", 30000, say("T JAGER", "huur nov", account(1)), [1]],
  ];
  it.each(cases)("%s", (_told, cents, line, suggested) => {
    const disposition = run(receipt(cents, line));
    expect(disposition.disposition).toBe("suspense");
    const shown = "suggestions" in disposition ? disposition.suggestions.map((one) => one.tenancyId) : [];
    expect(shown).toEqual(expect.arrayContaining([...suggested]));
  });

  it.each<[string, number, Partial<Received>, Record<number, number>]>([
    ["two references", 126525, say("FAM", `${ref(17)} ${ref(14)}`), { 17: 66600, 14: 59925 }],
    ["a reference and an address", 126525, say("K HOFSTRA", `huur ${ref(17)} en Wilgenpad 54`), { 17: 66600, 14: 59925 }],
    [
      "a reference of which it is twice the rent, and an address",
      118000,
      say("A K", `${ref(22)} en Essenlaan 24`),
      { 22: 59000, 23: 59000 },
    ],
    [
      "two addresses of which one with its reference",
      126525,
      { ...say("K H", "Kaaplaan 72 en Wilgenpad 54"), reference: ref(17) },
      { 17: 66600, 14: 59925 },
    ],
    ["an account and a name", 120350, say("H BRANDSMA", "huur van ons en Joost", account(1)), { 1: 63110, 2: 57240 }],
    ["a home and a garage", 77100, say("E ONER", "huur en garage", account(6)), { 6: 7200, 7: 69900 }],
  ])("one for two, split by %s", (_told, cents, line, parts) => {
    const disposition = run(receipt(cents, line));
    expect(disposition).toMatchObject({ disposition: "suspense", because: "several-together" });
    const shown =
      "suggestions" in disposition ? Object.fromEntries(disposition.suggestions.map((one) => [one.tenancyId, one.cents])) : {};
    expect(shown).toEqual(parts);
  });
});

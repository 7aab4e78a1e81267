import { describe, expect, it } from "vitest";
import { account, KASSIER, receipt, ref, register, STRANGER, say, typo } from "@/tests/factories/households";
import { match } from "./match";
import type { Received } from "./register";

type Case = readonly [told: string, cents: number, line: Partial<Received>];
const run = (of: Received) => match(of, register());

describe("is certain for who it is for", () => {
  const cases: readonly (readonly [...Case, number])[] = [
    ["the rent from the known account", 63110, say("H BRANDSMA", "huur november", account(1)), 1],
    ["the rent from the known account, without words", 63110, say("H BRANDSMA", null, account(1)), 1],
    ["the rent from the known account, of a partner with another name", 63110, say("T JAGER", "huur nov", account(1)), 1],
    ["a part from one's own account, with words about rent", 20000, say("H BRANDSMA", "restant huur", account(1)), 1],
    ["a cent too little", 63109, say("H BRANDSMA", "huur", account(1)), 1],
    ["two months", 126220, say("H BRANDSMA", "huur okt en nov", account(1)), 1],
    ["all that is open", 183000, say("W MOLENKAMP", "achterstand", account(24)), 24],
    ["rent with something extra that the text explains", 70000, say("H BRANDSMA", "huur nov en regeling 68,90", account(1)), 1],
    ["one's own address", 63110, say("H BRANDSMA", "huur Wilgenpad 3", account(1)), 1],
    [
      "a reference with the rent, from whoever's account",
      57240,
      { ...say("H BRANDSMA", "huur zoon", account(1)), reference: ref(2) },
      2,
    ],
    ["a reference in the text with a part, from nobody's account", 12345, say("M DE REUS", `deel huur ${ref(17)}`), 17],
    ["a reference before the lease begins", 62200, say("P ZWART", `eerste huur ${ref(20)}`), 20],
    ["a mistyped reference with name and rent", 66600, say("K HOFSTRA", typo(17, 7)), 17],
    ["a reference that lost a digit, with name and rent", 66600, say("K HOFSTRA", ref(17).slice(1)), 17],
    ["a contract number with the rent", 59925, say("D EEFTING", "huur contract 700014"), 14],
    ["an address with the tenant's own name", 20000, say("D EEFTING", "deel huur Wilgenpad 54"), 14],
    ["a door of a stairwell with the rent", 70500, say("J ROEST", "huur Kaaplaan 70 b"), 16],
    [
      "a client named by the administrator of that account",
      58100,
      say("BEWINDVOERING HET ANKER", "inz Cornelissen huur", KASSIER),
      12,
    ],
    ["the garage by its amount", 7200, say("E ONER", "garage", account(6)), 6],
    ["the home by its amount", 69900, say("E ONER", "huur", account(6)), 7],
    ["an arrangement of the home by its words", 7000, say("B VAN DER LAAK", "termijn regeling", account(4)), 4],
    ["the last rent of who moved out", 60550, say("R VELDMAN", "laatste huur juni", account(8)), 8],
    ["somebody called De Huur", 66600, say("S DE HUUR", "huur nov", account(18)), 18],
    ["somebody called Van Loon", 65500, say("A VAN LOON", "van Loon huur", account(21)), 21],
    ["somebody whose namesake pays as much", 59000, say("A KUIPERS", "huur nov", account(22)), 22],
    ["a firm from its own account", 145000, say("BAKKERIJ HET ZUIDEN BV", "huur nov 2026", account(25)), 25],
    ["a foundation from its own account", 91000, say("STICHTING SPEELGOED", "huur november", account(26)), 26],
    ["the rent for this month", 63110, say("H BRANDSMA", "huur voor deze maand", account(1)), 1],
    ["the rent for a month", 63110, say("H BRANDSMA", "voor de maand november", account(1)), 1],
    ["a client's address from an administrator", 58100, say("BEWINDVOERING HET ANKER", "huur Wilgenpad 50", KASSIER), 12],
    ["a client's reference in a batch of an agency", 58100, say("GEMEENTE ELDERS", `HUUR DAALHOF ${ref(13)}`, KASSIER), 13],
  ];
  it.each(cases)("%s", (_told, cents, line, whose) => {
    expect(run(receipt(cents, line))).toMatchObject({ disposition: "posted", tenancyId: whose });
  });
});

describe("what a colleague decided", () => {
  const told = register([{ iban: STRANGER, words: "client 7000", tenancyId: 12 }]);
  it("holds for the same words only: a client's number is one of them", () => {
    const line = (remittance: string) => match(receipt(58100, say("KAS", remittance)), told);
    expect(line("HUUR 12-2026 CLIENT 7001").disposition).toBe("suspense");
  });
});

describe("a payment of ours", () => {
  const paid = (more: Partial<Received>) => run(receipt(-14520, more));
  it("to a tenant's account or with their reference asks which credit it lowers", () => {
    expect(paid(say("H BRANDSMA", "terugbetaling afrekening", account(1)))).toMatchObject({
      disposition: "suspense",
      because: "refund",
      suggested: 1,
    });
    expect(paid(say("H BRANDSMA", `teruggave ${ref(1)}`))).toMatchObject({ disposition: "suspense", because: "refund" });
  });
  it("to anybody else is no tenant's money", () => {
    expect(paid(say("LOODGIETER", "factuur 700014 Wilgenpad 54"))).toMatchObject({ disposition: "own", because: "payment-out" });
  });
});

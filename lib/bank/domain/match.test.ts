import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { portfolio } from "@/tests/factories/portfolio";
import { receipts, written } from "@/tests/factories/receipts";
import { match } from "./match";
import { namesOf, type Payer, plainStreet } from "./payer";
import { checkOf } from "./reference";
import { type Received, Register } from "./register";

const OURS = "NL14BNGH0285001234";
const SHARED = "NL91RABO0004107919";
const payer = (tenancyId: number, more: Partial<Payer> = {}): Payer => ({
  tenancyId,
  number: `C${tenancyId}`,
  kind: "home",
  startsOn: day("2010-01-01"),
  endsOn: null,
  reference: null,
  ibans: [],
  rentCents: 60000n,
  earlierRents: [],
  openCents: null,
  instalments: [],
  names: [],
  street: null,
  houseNumber: "1",
  suffix: "",
  postcode: null,
  ...more,
});
const line = (more: Partial<Received> = {}): Received => ({
  amountCents: 61234n,
  bookedOn: day("2026-11-20"),
  reference: null,
  endToEnd: null,
  remittance: null,
  counterparty: null,
  iban: null,
  isReturn: false,
  isBatch: false,
  ...more,
});
const at = (street: string, houseNumber: string, suffix = "") => ({ street: plainStreet(street), houseNumber, suffix });

const register = new Register(
  [
    payer(1, { reference: "5000 0567 8901 2345", ibans: ["NL44INGB0004100000"] }),
    payer(2, { reference: "1234567" }),
    payer(3, { ibans: [SHARED], rentCents: 61000n }),
    payer(4, { ibans: [SHARED], endsOn: day("2020-01-01") }),
    payer(5, { reference: "88" }),
    payer(6, { number: "HC100006", rentCents: 70000n, names: namesOf("van den", "Berg"), ...at("Dorpsstraat", "12", "a") }),
    payer(7, { number: "HC100007", rentCents: 70000n, names: namesOf(null, "Jansen-de Boer"), ...at("Dorpsstraat", "12") }),
    payer(8, { reference: "9000056789012345", ibans: ["NL02ABNA0123456789"] }),
    payer(9, { ibans: ["NL20INGB0001234567"], rentCents: 50000n }),
    payer(10, { ibans: ["NL20INGB0001234567"], rentCents: 5000n, kind: "parking" }),
  ],
  new Set([OURS]),
  [{ iban: "NL20INGB0001234567", words: "boete sleutel", tenancyId: 9 }],
);
const disposition = (more: Partial<Received>) => match(line(more), register);

describe("a payment reference", () => {
  it.each(["5000056789012345", "12234534622567"])("%s carries a check digit that holds", (digits) =>
    expect(checkOf(digits)).toBe("valid"),
  );
  it("with one digit wrong no longer holds, and of other lengths says nothing", () => {
    expect(checkOf("5000056789012346")).toBe("wrong");
    expect([checkOf("1234567"), checkOf("123456789012345"), checkOf("HUUR12345")]).toEqual(["none", "none", "none"]);
  });

  it("is found however it is cut up, and never inside another number", () => {
    const cut = fc.array(fc.constantFrom("", " ", ".", "-", "\n"), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(cut, (gaps) => {
        const text = [..."5000056789012345"].map((digit, index) => digit + (gaps[index] ?? "")).join("");
        expect(disposition({ remittance: `huur nov ${text} groet` })).toMatchObject({ disposition: "posted", tenancyId: 1 });
        expect(disposition({ remittance: `huur 9${text}` }).disposition).toBe("suspense");
      }),
    );
  });

  it("that is short is taken by itself only when it is all there is", () => {
    expect(disposition({ reference: "88" })).toMatchObject({ disposition: "posted", tenancyId: 5 });
    expect(disposition({ remittance: "huisnummer 88" }).disposition).toBe("suspense");
    expect(disposition({ remittance: "factuur 1234567" })).toMatchObject({ disposition: "suspense", suggested: 2 });
    expect(disposition({ remittance: "factuur 1234567", amountCents: 60000n })).toMatchObject({
      disposition: "posted",
      tenancyId: 2,
    });
  });

  it("wins from the account with a fitting amount; with another, or a check digit that fails, it waits", () => {
    const iban = "NL44INGB0004100000";
    expect(disposition({ reference: "1234567", iban, amountCents: 60000n })).toMatchObject({
      tenancyId: 2,
      because: "reference",
    });
    expect(disposition({ reference: "1234567", iban })).toMatchObject({ disposition: "suspense", because: "points-elsewhere" });
    expect(disposition({ remittance: "kenmerk 9000056789012345" })).toMatchObject({ disposition: "posted", tenancyId: 8 });
    expect(disposition({ remittance: "kenmerk 9000056789012345", iban: "NL44INGB0004100000" })).toMatchObject({
      disposition: "suspense",
      because: "points-elsewhere",
      suspects: [1, 8],
    });
  });
});

describe("a known account", () => {
  it("passes over who moved out", () =>
    expect(disposition({ iban: SHARED, amountCents: 61000n })).toMatchObject({ tenancyId: 3, because: "iban" }));

  it("of several tenancies goes by the amount, an address or an earlier decision, else waits", () => {
    const iban = "NL20INGB0001234567";
    expect(disposition({ iban, amountCents: 5000n })).toMatchObject({ disposition: "posted", tenancyId: 10, because: "facts" });
    expect(disposition({ iban, remittance: "boete sleutel nov" })).toMatchObject({ disposition: "posted", tenancyId: 9 });
    expect(disposition({ iban })).toMatchObject({ disposition: "suspense", because: "several-for-iban", suspects: [9, 10] });
  });

  it("that pays for several at once is suggested as a split that adds up", () => {
    const found = disposition({ iban: "NL20INGB0001234567", amountCents: 55000n });
    expect(found).toMatchObject({ disposition: "suspense", because: "several-together" });
    expect("suggestions" in found && found.suggestions.map((one) => one.cents)).toEqual([50000, 5000]);
  });

  it("says less when somebody pays for somebody else, or the text names another home", () => {
    const iban = "NL44INGB0004100000";
    expect(disposition({ iban, remittance: "huur namens oma" }).disposition).toBe("suspense");
    expect(disposition({ iban, remittance: "huur Dorpsstr. 12 a" })).toMatchObject({
      disposition: "suspense",
      because: "points-elsewhere",
    });
  });
});

describe("weaker facts", () => {
  it("together are certain: contract number or address, with name or amount", () => {
    expect(disposition({ remittance: "contract HC-100006", amountCents: 70000n })).toMatchObject({
      disposition: "posted",
      tenancyId: 6,
    });
    expect(disposition({ remittance: "Dorpsstraat 12a", counterparty: "P. VAN DEN BERG" })).toMatchObject({ tenancyId: 6 });
    expect(disposition({ remittance: "huur dorpsstraat 12", counterparty: "Hr Jansen" })).toMatchObject({
      disposition: "posted",
      tenancyId: 7,
    });
  });

  it("alone never post, and are told as what they are", () => {
    expect(disposition({ remittance: "HC100006" })).toMatchObject({
      disposition: "suspense",
      because: "contract-number",
      suggested: 6,
    });
    expect(disposition({ remittance: "Dorpsstraat 12" })).toMatchObject({
      disposition: "suspense",
      because: "weak",
      suggested: 7,
    });
    const named = disposition({ counterparty: "Van den Berg", amountCents: 70000n });
    expect(named).toMatchObject({
      disposition: "suspense",
      because: "weak",
      suggestions: [{ tenancyId: 6, facts: ["name", "amount-rent"] }],
    });
    // A name is shown, and stops nobody from being called.
    expect(disposition({ counterparty: "Van den Berg" })).toMatchObject({ suggested: null, suspects: [] });
    expect(disposition({ amountCents: 70000n })).toMatchObject({ because: "unknown-payer", suggestions: [] });
  });

  it("never post, whatever single one of them a line holds", () => {
    const weak = fc.constantFrom<Partial<Received>>(
      { counterparty: "B. Jansen" },
      { amountCents: 70000n },
      { remittance: "dorpsstraat 12" },
      { remittance: "HC100007" },
      { remittance: "5000056789012344" },
    );
    fc.assert(
      fc.property(weak, (one) => {
        expect(disposition(one).disposition).toBe("suspense");
      }),
    );
  });
});

describe("a thousand receipts as Dutch tenants pay", () => {
  const tenants = portfolio(2_000);
  const sample = receipts(tenants);
  const judged = new Register(
    tenants.map((it) => it.payer),
    new Set([OURS]),
  );

  it("are kept in a file with the truth beside them", async () => {
    expect(sample).toHaveLength(1_000);
    await expect(written(sample)).toMatchFileSnapshot("../../../tests/samples/receipts/ontvangsten.csv");
  });

  it("are at least 97 % certain and never wrong", () => {
    const posted = sample
      .map((one) => ({ ...one, disposition: match(one.line, judged) }))
      .filter(({ disposition: it }) => it.disposition === "posted");
    const wrong = posted.filter(({ disposition: it, truth }) => "tenancyId" in it && it.tenancyId !== truth);
    expect(wrong.map(({ pattern, line: it }) => [pattern, it.remittance])).toEqual([]);
    expect(posted.length).toBeGreaterThanOrEqual(970);
  });
});

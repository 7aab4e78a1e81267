import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { accountOf } from "@/lib/cases/queries/account";
import { explain } from "@/lib/cases/queries/explain";
import { factWords } from "@/lib/i18n/facts";
import { translate } from "@/lib/i18n/translate";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { inSnapshot, prisma } from "@/lib/platform/db";
import { camt053, file } from "../factories/camt";
import { charge, erp } from "../factories/erp";

const REASONS = { R1: "AM04", R2: "MD06", R3: "AC04", R4: "XYZ9" } as const;
const NUMBERS = Object.keys(REASONS) as (keyof typeof REASONS)[];
const reference = (index: number) => `700000000000${index}`;
const ON = day("2026-11-20");
const KNOWN = new Date("2099-01-01");
const idOf = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
async function told(number: string, on = ON) {
  const tenancyId = await idOf(number);
  const found = await inSnapshot((sql) => explain(sql, { tenancyId, day: on, knownAt: KNOWN }));
  if (!found) throw new Error("not known");
  return found;
}

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      NUMBERS.map((contractnummer, index) => ({ contractnummer, betalingskenmerk: reference(index) })),
    ),
    erp(
      "huurders",
      NUMBERS.map((contractnummer) => ({ contractnummer, relatienummer: contractnummer })),
    ),
    erp(
      "mutaties",
      NUMBERS.map((number) => ({ ...charge(number, "1", "600,00", "2026-10-01"), boekdatum: "2026-10-01" })),
    ),
  ]);
  const paid = NUMBERS.map((_, index) => ({ cents: 60000, day: "2026-10-02", ref: `P${index}`, structured: reference(index) }));
  const back = NUMBERS.map((number, index) => ({
    ...{ cents: 60000, day: "2026-10-06", ref: `B${index}`, sign: "DBIT" as const, text: reference(index) },
    reason: REASONS[number],
  }));
  const statement = { iban: "NL14BNGH0285001234", id: "S", from: "2026-10-02", to: "2026-11-19", lines: [...paid, ...back] };
  await importFiles(SYSTEM, [file("a.xml", camt053(statement))]);
});

describe("a collection that came back", () => {
  it("is told with its day and reason in words among the facts of the answer, also a reason we have no words for", async () => {
    const said = async (number: string, language: "nl" | "en" = "nl") =>
      (await told(number)).facts
        .filter(({ fact }) => fact === "returnedOn" || fact === "returnReason")
        .map((one) => factWords(one, translate(language)).value.replaceAll("\u00a0", " "));
    expect(await said("R1")).toEqual(["6 oktober 2026", "Er stond niet genoeg op de rekening"]);
    expect((await said("R2"))[1]).toBe("De huurder heeft het zelf teruggeboekt");
    expect((await said("R3"))[1]).toBe("De rekening is opgeheven");
    expect((await said("R4"))[1]).toBe("XYZ9");
  });

  it("is not known on a day before it came back", async () => {
    const { facts } = await told("R1", day("2026-10-05"));
    expect(facts.find(({ fact }) => fact === "returnReason")).toMatchObject({ value: null });
  });

  it("makes the rent open again, and its reason is said and changes nothing in what is done", async () => {
    const answers = await Promise.all(NUMBERS.map(async (number) => (await told(number)).assessment));
    const { step, until } = answers[0]?.contact ?? {};
    for (const answer of answers) {
      expect(answer).toMatchObject({ flagged: true, contact: { step, until } });
      expect(answer.contact.reasons[0]).toMatchObject({
        code: "debit-returned",
        values: { why: expect.stringMatching(/^[A-Z0-9]{4}$/) },
      });
    }
  });

  it("stands on the rent account with its reason", async () => {
    const { ledger } = await accountOf(await idOf("R1"), ON);
    expect(ledger.find(({ kind }) => kind === "reversal")).toMatchObject({ returnReason: "AM04" });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { addAccount } from "@/lib/bank/commands/add-account";
import { completeFor, completeness } from "@/lib/bank/queries/complete";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { camt053, file } from "../factories/camt";
import { erp } from "../factories/erp";

const RENT = "NL14BNGH0285001234";
const GARAGES = "NL91ABNA0417164300";
const LATER = new Date("2030-01-01");

/** A statement of one day with a receipt of tenancy `number`; each receipt is a euro, and the balances go on. */
function statement(iban: string, on: string, number: string, openingCents: number) {
  const line = { cents: 100, day: on, ref: `${iban}${on}`, structured: `700000000000${number}` };
  return file(`${iban}-${on}.xml`, camt053({ iban, id: `${iban}-${on}`, to: on, openingCents, lines: [line] }));
}
const accounts = () => completeness(sqlOfClient(pool()), LATER);
const idOf = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
const throughOf = async (number: string) => {
  const id = await idOf(number);
  return (await completeFor(sqlOfClient(pool()), { day: day("2026-11-06"), knownAt: LATER, tenancyIds: [id] }))(id);
};

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      ["1", "2", "3"].map((number) => ({ contractnummer: number, betalingskenmerk: `700000000000${number}` })),
    ),
    statement(RENT, "2026-11-02", "1", 0),
    statement(RENT, "2026-11-04", "1", 200),
  ]);
  await addAccount(SYSTEM, { iban: GARAGES, name: "Garages" });
  await importFiles(SYSTEM, [statement(GARAGES, "2026-11-04", "2", 0), statement(GARAGES, "2026-11-05", "2", 100)]);
});

describe("how complete the bank is", () => {
  it("is known for each account, and a missing bank day is named", async () => {
    expect(await accounts()).toMatchObject([
      { iban: RENT, last: "2026-11-04", through: "2026-11-02", gap: { from: "2026-11-03", to: "2026-11-03", kind: "days" } },
      { iban: GARAGES, through: "2026-11-05", gap: null },
    ]);
  });

  it("holds back only who pays into the account with the gap, and who never paid", async () => {
    expect([await throughOf("1"), await throughOf("2"), await throughOf("3")]).toEqual([
      "2026-11-02",
      "2026-11-05",
      "2026-11-02",
    ]);
  });

  it("follows when the missing day comes in after all, and stays known as it was", async () => {
    const [report] = await importFiles(SYSTEM, [statement(RENT, "2026-11-03", "1", 100)]);
    expect(report?.completeThrough).toBe("2026-11-04");
    expect(await accounts()).toMatchObject([{ through: "2026-11-04", gap: null }, { through: "2026-11-05" }]);
    expect(await prisma().bankGap.findMany()).toMatchObject([{ confirmed: false, closedAt: expect.any(Date) }]);
  });
});

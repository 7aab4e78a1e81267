import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { positions } from "@/lib/ledger/queries/positions";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { charge, type ErpRow, erp, receipt } from "../factories/erp";

const offer = (...rows: readonly ErpRow[]) => importFiles(SYSTEM, [erp("mutaties", rows)]);
const idOf = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
const at = async (number: string, asOf: string, knownAt = new Date("2099-01-01")) =>
  (await positions(sqlOfClient(pool()), { asOf: day(asOf), knownAt, tenancyIds: [await idOf(number)] }))[0];
const named = async (number: string) =>
  (await prisma().designation.findMany({ where: { tenancyId: await idOf(number) }, orderBy: { id: "asc" } })).map((row) => [
    row.because,
    row.words,
    row.undoneAt !== null,
  ]);
const NUMBERS = ["B1", "B2", "B3", "B4", "B5"];

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      NUMBERS.map((contractnummer) => ({ contractnummer })),
    ),
  ]);
  await offer(
    ...NUMBERS.flatMap((number) => [
      { ...charge(number, "OKT", "600,00", "2026-10-01"), boekdatum: "2026-10-01" },
      { ...charge(number, "NOV", "600,00", "2026-11-01"), boekdatum: "2026-11-01" },
    ]),
  );
});

describe("what the rent administration says a receipt is for", () => {
  it("is what it pays, also when an older month is open", async () => {
    await offer({ ...receipt("B1", "R1", "600,00"), betaalt: "NOV" });
    expect(await at("B1", "2026-11-20")).toMatchObject({ overdue: 60_000n, oldestOverdueDue: "2026-10-01" });
    expect(await named("B1")).toEqual([["erp", "NOV", false]]);
  });

  it("is replaced by what it says later, from when that came in; saying the same again changes nothing", async () => {
    const before = new Date();
    await offer({ ...receipt("B1", "R1", "600,00"), betaalt: "OKT" });
    await offer({ ...receipt("B1", "R1", "600,00"), betaalt: "OKT" });
    expect(await named("B1")).toEqual([
      ["erp", "NOV", true],
      ["erp", "OKT", false],
    ]);
    expect((await at("B1", "2026-11-20"))?.oldestOverdueDue).toBe("2026-11-01");
    expect((await at("B1", "2026-11-20", before))?.oldestOverdueDue).toBe("2026-10-01");
  });

  it("is waited for when that charge still has to come: until then it pays nothing", async () => {
    await offer({ ...receipt("B2", "R1", "600,00"), betaalt: "AFR" });
    expect(await at("B2", "2026-11-20")).toMatchObject({ overdue: 120_000n, credit: 60_000n });
    await offer({ ...charge("B2", "AFR", "600,00", "2026-11-10"), boekdatum: "2026-11-05", categorie: "afrekening" });
    expect(await at("B2", "2026-11-20")).toMatchObject({ overdue: 120_000n, credit: 0n, otherOverdue: 0n });
  });

  it("holds for several charges in their order", async () => {
    await offer({ ...receipt("B3", "R1", "900,00"), betaalt: "NOV OKT" });
    expect(await at("B3", "2026-11-20")).toMatchObject({ overdue: 30_000n, oldestOverdueDue: "2026-10-01" });
  });

  it("is the charge that a credit note corrects", async () => {
    await offer({ ...receipt("B4", "C1", "600,00"), soort: "creditnota", categorie: "huur", tegenmutatie: "NOV" });
    expect(await at("B4", "2026-11-20")).toMatchObject({ overdue: 60_000n, oldestOverdueDue: "2026-10-01" });
  });

  it("is read in its description when it does not say so: the collection a debit belongs to", async () => {
    await offer({ ...receipt("B5", "R1", "600,00"), omschrijving: "Incasso november 2026" });
    expect(await named("B5")).toEqual([["collection", "november 2026", false]]);
    expect(await at("B5", "2026-11-20")).toMatchObject({ overdue: 60_000n, oldestOverdueDue: "2026-10-01" });
  });
});

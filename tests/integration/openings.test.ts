import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { accountOf } from "@/lib/cases/queries/account";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { positions } from "@/lib/ledger/queries/positions";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { file } from "../factories/camt";
import { charge, erp, receipt } from "../factories/erp";

const NUMBERS = ["O1", "O2", "O3", "O4"];
const balances = (rows: readonly string[]) => file("saldi.csv", `contractnummer;saldo;peildatum\n${rows.join("\n")}\n`);
const november = (number: string) => ({ ...charge(number, "NOV", "600,00"), boekdatum: "2026-11-01" });
const idOf = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
const at = async (number: string) =>
  (
    await positions(sqlOfClient(pool()), {
      asOf: day("2026-11-20"),
      knownAt: new Date("2099-01-01"),
      tenancyIds: [await idOf(number)],
    })
  )[0];
const opened = async (number: string) =>
  (
    await prisma().ledgerEntry.findMany({
      where: { tenancyId: await idOf(number), source: "opening" },
      orderBy: { dueOn: "asc" },
    })
  ).map((row) => [row.kind, Number(row.amountCents), row.dueOn?.toISOString().slice(0, 10) ?? null]);

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      NUMBERS.map((contractnummer) => ({ contractnummer, ...(contractnummer === "O4" ? { ingangsdatum: "2026-11-01" } : {}) })),
    ),
    erp("mutaties", NUMBERS.map(november)),
    balances(["O1;1500,00;2026-10-31", "O2;-200,00;2026-10-31", "O4;500,00;2026-10-31"]),
  ]);
});

describe("a rent account that starts mid-life", () => {
  it("opens with its debt as the latest months at the rent of then, what is left in the oldest", async () => {
    expect(await opened("O1")).toEqual([
      ["charge", 30_000, "2026-08-01"],
      ["charge", 60_000, "2026-09-01"],
      ["charge", 60_000, "2026-10-01"],
    ]);
    expect(await at("O1")).toMatchObject({ overdue: 210_000n, openSince: "2026-10-31", monthsBehind: 4 });
  });

  it("opens with credit as money that is free for the oldest that is due", async () => {
    expect(await opened("O2")).toEqual([["payment", 20_000, null]]);
    expect(await at("O2")).toMatchObject({ overdue: 40_000n });
  });

  it("is opened once, also when the balance or the entries come again, or the balance comes first", async () => {
    await importFiles(SYSTEM, [balances(["O1;1500,00;2026-10-31", "O3;600,00;2026-10-31"])]);
    await importFiles(SYSTEM, [erp("mutaties", NUMBERS.map(november))]);
    expect((await opened("O1")).length).toBe(3);
    expect(await opened("O3")).toEqual([["charge", 60_000, "2026-10-01"]]);
  });

  it("does not take in again what is in its opening balance, and says so", async () => {
    const [report] = await importFiles(SYSTEM, [erp("mutaties", [{ ...receipt("O1", "OUD", "100,00", "2026-10-15") }])]);
    expect(report).toMatchObject({ added: 0, ignored: 1 });
    expect(await prisma().importIssue.count({ where: { code: "before-opening" } })).toBe(1);
  });

  it("says so when the balance of the day before is not known, and only then", async () => {
    const NEW = ["S1", "S2", "S3"];
    await importFiles(SYSTEM, [
      erp(
        "contracten",
        NEW.map((contractnummer) => ({ contractnummer, ...(contractnummer === "S3" ? { ingangsdatum: "2026-11-01" } : {}) })),
      ),
      erp("mutaties", NEW.map(november)),
      balances(["S2;0,00;2026-10-31"]),
    ]);
    const starts = async (number: string) => (await accountOf(await idOf(number), day("2026-11-20"))).unknownBefore;
    expect([await starts("S1"), await starts("S2"), await starts("S3"), await starts("O1")]).toEqual([
      "2026-11-01",
      null,
      null,
      null,
    ]);
  });

  it("of a tenancy that only begins then has nothing to open with", async () => expect(await opened("O4")).toEqual([]));
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { reverseAllocation } from "@/lib/bank/commands/reverse-allocation";
import { undoDesignation } from "@/lib/bank/commands/undo-designation";
import { rematch } from "@/lib/bank/jobs";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { positions } from "@/lib/ledger/queries/positions";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { camt053, file, type TestLine } from "../factories/camt";
import { charge, erp, receipt } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const REFERENCES = ["5000056789012345", "6000000000701007", "7000000000002", "7000000000003", "7000000000004", "7000000000005"];
const NUMBERS = REFERENCES.map((_, index) => `N${index + 1}`);
let sequence = 0;
const offer = (...lines: TestLine[]) =>
  importFiles(SYSTEM, [file("a.xml", camt053({ iban: OURS, id: `S${++sequence}`, to: "2026-11-20", lines }))]);
const paid = (at: number, cents: number, text: string, more: Partial<TestLine> = {}): TestLine => ({
  ...{ cents, day: "2026-11-19", ref: `R${++sequence}`, structured: REFERENCES[at] ?? "", text },
  ...more,
});
/** What is kept for this contract: the reason, the words, what they say, and whether a person took it back. */
const named = async (number: string) =>
  (
    await pool().query(
      `SELECT d.because, d.words, d.said, d.undone_at IS NOT NULL AS undone FROM designation d
       JOIN tenancy t ON t.id = d.tenancy_id WHERE t.number = $1 ORDER BY d.id`,
      [number],
    )
  ).rows.map((row) => [row.because, row.words, ...(row.said.months ?? []), row.undone]);
const undone = async (number: string) => (await named(number)).map((row) => row.at(-1));
const idOf = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;
const oldest = async (number: string) => {
  const at = { asOf: day("2026-11-20"), knownAt: new Date("2099-01-01"), tenancyIds: [await idOf(number)] };
  return (await positions(sqlOfClient(pool()), at))[0]?.oldestOverdueDue ?? null;
};
const paymentOf = async (number: string) =>
  String((await prisma().ledgerEntry.findFirstOrThrow({ where: { tenancyId: await idOf(number), kind: "payment" } })).id);

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      NUMBERS.map((contractnummer, index) => ({ contractnummer, betalingskenmerk: REFERENCES[index] ?? "" })),
    ),
    erp(
      "mutaties",
      NUMBERS.flatMap((number) => [
        charge(number, "OKT", "600,00", "2026-10-01"),
        charge(number, "NOV", "600,00", "2026-11-01"),
      ]).map((row) => ({ ...row, boekdatum: row["vervaldatum"] ?? "" })),
    ),
  ]);
});

describe("a receipt that names what it is for", () => {
  it("is laid on that by itself, with the payer's words, and the older rent stays open", async () => {
    await offer(paid(0, 60000, "Huur nov. 2026"));
    expect(await named("N1")).toEqual([["month-named", "nov. 2026", "2026-11", false]]);
    expect(await oldest("N1")).toBe("2026-10-01");
  });

  it("is left to the oldest rent again when a person takes that back: once, with an audit row, and it is not read again", async () => {
    const [paymentId, tenancyId] = [await paymentOf("N1"), await idOf("N1")];
    const undo = (commandId = randomUUID()) => undoDesignation(SYSTEM, { commandId, paymentId });
    const both = await Promise.all([undo(), undo()]);
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.code)).sort()).toEqual(["done", "not-named"]);
    expect(await oldest("N1")).toBe("2026-11-01");
    expect(await prisma().auditEvent.count({ where: { action: "bank.undoDesignation", tenancyId } })).toBe(1);
    await rematch();
    expect(await undone("N1")).toEqual([true]);
  });

  it("keeps what was said, whatever the plain order makes of it today, and nothing where nothing was said", async () => {
    await offer(paid(1, 60000, "huur oktober"));
    await offer(paid(1, 10000, "huur"), paid(1, 10000, "huur december 2026"));
    expect(await named("N2")).toEqual([
      ["month-named", "oktober", "2026-10", false],
      ["month-named", "december 2026", "2026-12", false],
    ]);
    expect(await oldest("N2")).toBe("2026-11-01");
  });

  it("is read once, whatever file tells it again", async () => {
    const line = paid(2, 30000, "deel huur november");
    await offer(line);
    await offer(line);
    expect(await named("N3")).toEqual([["month-named", "november", "2026-11", false]]);
  });

  it("is read when its contract only arrives after it, and undone with its placement", async () => {
    await offer(paid(9, 60000, "huur nov", { structured: "8000000000000009" }));
    await importFiles(SYSTEM, [
      erp("mutaties", []),
      erp("contracten", [{ contractnummer: "N7", betalingskenmerk: "8000000000000009", huisnummer: "70" }]),
    ]);
    expect(await named("N7")).toEqual([["month-named", "nov", "2026-11", false]]);
    const line = paid(3, 60000, "huur nov");
    await offer(line);
    const { id } = await prisma().bankLine.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(await named("N4")).toHaveLength(1);
    expect((await reverseAllocation(SYSTEM, { commandId: randomUUID(), lineId: id })).ok).toBe(true);
    expect(await undone("N4")).toEqual([true]);
  });

  it("is read too when the housing system had sent that receipt before the bank told its text", async () => {
    await importFiles(SYSTEM, [erp("mutaties", [receipt("N5", "O1", "600,00", "2026-11-18")])]);
    expect(await named("N5")).toEqual([]);
    await offer(paid(4, 60000, "huur november"));
    expect(await named("N5")).toEqual([["month-named", "november", "2026-11", false]]);
    const { id } = await prisma().bankLine.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect((await reverseAllocation(SYSTEM, { commandId: randomUUID(), lineId: id })).ok).toBe(true);
    expect(await undone("N5")).toEqual([true]);
  });

  it("takes the month as far as it is open; what comes above it goes to the oldest", async () => {
    await offer(paid(5, 60000, "nov 2026"), paid(5, 30000, "nov 2026"));
    const at = { asOf: day("2026-11-20"), knownAt: new Date("2099-01-01"), tenancyIds: [await idOf("N6")] };
    const [found] = await positions(sqlOfClient(pool()), at);
    expect([found?.oldestOverdueDue, found?.overdue]).toEqual(["2026-10-01", 30000n]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { placeLine } from "@/lib/bank/commands/placeLine";
import { setAside } from "@/lib/bank/commands/setAside";
import { undoPlacement } from "@/lib/bank/commands/undoPlacement";
import { importFiles } from "@/lib/intake/commands/importFiles";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool, prisma } from "@/lib/platform/db";
import { camt053, file, type TestLine } from "../factories/camt";
import { erp, receipt } from "../factories/erp";

const OURS = "NL14BNGH0285001234";
const STRANGER = "NL09SNSB0004123757";
let sequence = 0;
const offer = async (...lines: TestLine[]) =>
  (
    await importFiles(SYSTEM, [file("a.xml", camt053({ iban: OURS, id: `S${++sequence}`, to: "2026-11-20", lines }))])
  )[0] as FileReport;
const line = (cents: number, more: Partial<TestLine> = {}): TestLine => ({
  cents,
  day: "2026-11-20",
  ref: `L${++sequence}`,
  ...more,
});
const lastLine = async () => (await prisma().bankLine.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
const entries = async (number: string) =>
  (
    await pool().query(
      `SELECT e.kind, e.source, e.amount_cents::int AS cents FROM ledger_entry e JOIN tenancy t ON t.id = e.tenancy_id WHERE t.number = $1 ORDER BY e.id`,
      [number],
    )
  ).rows.map((row) => `${row.kind} ${row.cents} ${row.source}`);
const id = async (number: string) => (await prisma().tenancy.findUniqueOrThrow({ where: { number } })).id;

beforeAll(async () => {
  await importFiles(SYSTEM, [
    erp(
      "contracten",
      ["1", "2", "3", "4"].map((number) => ({ contractnummer: number })),
    ),
  ]);
});

describe("a line in suspense", () => {
  it("is placed on a rent account, audited, and the account that paid is remembered", async () => {
    await offer(line(60000, { iban: STRANGER }));
    const lineId = await lastLine();
    expect(await placeLine(SYSTEM, { lineId, tenancyId: await id("1") })).toMatchObject({ ok: true, value: { posted: true } });
    expect(await entries("1")).toEqual(["payment 60000 bank"]);
    expect(await prisma().auditEvent.count({ where: { action: "bank.placeLine", tenancyId: await id("1") } })).toBe(1);
    expect((await offer(line(60100, { iban: STRANGER }))).added).toBe(1);
  });

  it("is placed once, also when two people do it at the same moment", async () => {
    await offer(line(61000));
    const lineId = await lastLine();
    const both = await Promise.all([
      placeLine(SYSTEM, { lineId, tenancyId: await id("2") }),
      placeLine(SYSTEM, { lineId, tenancyId: await id("2") }),
    ]);
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.code)).sort()).toEqual(["already-placed", "done"]);
    expect(await entries("2")).toEqual(["payment 61000 bank"]);
  });

  it("goes back by a reversing entry, forgets the account it taught, and can be placed again", async () => {
    await offer(line(62000, { iban: "NL21ABNA0004147514" }));
    const lineId = await lastLine();
    await placeLine(SYSTEM, { lineId, tenancyId: await id("3") });
    expect(await undoPlacement(SYSTEM, { lineId })).toMatchObject({ ok: true });
    expect(await undoPlacement(SYSTEM, { lineId })).toMatchObject({ ok: false, code: "not-placed" });
    expect((await offer(line(62100, { iban: "NL21ABNA0004147514" }))).suspense).toBe(1);
    await placeLine(SYSTEM, { lineId, tenancyId: await id("3") });
    expect(await entries("3")).toEqual(["payment 62000 bank", "reversal 62000 desk", "payment 62000 bank"]);
  });

  it("is recognised, not posted again, when the ERP already had this receipt", async () => {
    await importFiles(SYSTEM, [erp("mutaties", [receipt("4", "O1", "630,00", "2026-11-19")])]);
    await offer(line(63000));
    expect(await placeLine(SYSTEM, { lineId: await lastLine(), tenancyId: await id("4") })).toMatchObject({
      ok: true,
      value: { posted: false },
    });
    expect(await entries("4")).toEqual(["payment 63000 erp"]);
  });

  it("can be set aside as no tenant's money, and taken back", async () => {
    await offer(line(64000));
    const lineId = await lastLine();
    expect((await setAside(SYSTEM, { lineId })).ok).toBe(true);
    expect((await placeLine(SYSTEM, { lineId, tenancyId: await id("4") })).ok).toBe(false);
    expect((await undoPlacement(SYSTEM, { lineId })).ok).toBe(true);
    expect((await prisma().bankLine.findUniqueOrThrow({ where: { id: lineId } })).fate).toBe("suspense");
  });

  it("that is a return takes back that tenancy's payment, or is refused when there is none", async () => {
    await offer(line(60000, { sign: "DBIT", reason: "AM04" }));
    const lineId = await lastLine();
    expect(await placeLine(SYSTEM, { lineId, tenancyId: await id("4") })).toMatchObject({
      ok: false,
      code: "nothing-to-take-back",
    });
    expect((await placeLine(SYSTEM, { lineId, tenancyId: await id("1") })).ok).toBe(true);
    expect(await entries("1")).toEqual(["payment 60000 bank", "payment 60100 bank", "reversal 60000 bank"]);
    expect(await undoPlacement(SYSTEM, { lineId })).toMatchObject({ ok: false, code: "return-stays" });
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth/actor";
import { allocateLine } from "@/lib/bank/commands/allocate-line";
import { forgetIban } from "@/lib/bank/commands/forget-iban";
import { reverseAllocation } from "@/lib/bank/commands/reverse-allocation";
import { setAside } from "@/lib/bank/commands/set-aside";
import type { Part } from "@/lib/bank/domain/split";
import { rematch } from "@/lib/bank/jobs";
import { importFiles } from "@/lib/intake/commands/import-files";
import type { FileReport } from "@/lib/intake/domain/report";
import { pool, prisma } from "@/lib/platform/db";
import { camt053, file, type TestLine } from "../factories/camt";
import { charge, erp, receipt } from "../factories/erp";

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
const split = (lineId: number, parts: readonly Part[], commandId = randomUUID()) =>
  allocateLine(SYSTEM, { commandId, lineId, parts, learn: false });
const place = async (lineId: number, tenancyId: number) => {
  const { amountCents } = await prisma().bankLine.findUniqueOrThrow({ where: { id: lineId } });
  const cents = amountCents < 0n ? -amountCents : amountCents;
  return allocateLine(SYSTEM, { commandId: randomUUID(), lineId, parts: [{ tenancyId, cents }], learn: true });
};
const undo = (lineId: number) => reverseAllocation(SYSTEM, { commandId: randomUUID(), lineId });
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
    expect(await place(lineId, await id("1"))).toMatchObject({ ok: true, value: { posted: 1 } });
    expect(await entries("1")).toEqual(["payment 60000 bank"]);
    expect(await prisma().auditEvent.count({ where: { action: "bank.allocateLine", tenancyId: await id("1") } })).toBe(1);
    expect((await offer(line(60100, { iban: STRANGER }))).added).toBe(1);
  });

  it("is placed once, also when two people do it at the same moment", async () => {
    await offer(line(61000));
    const lineId = await lastLine();
    const both = await Promise.all([place(lineId, await id("2")), place(lineId, await id("2"))]);
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.code)).sort()).toEqual(["already-allocated", "done"]);
    expect(await entries("2")).toEqual(["payment 61000 bank"]);
  });

  it("goes back by a reversing entry, forgets the account it taught, and can be placed again", async () => {
    await offer(line(62000, { iban: "NL21ABNA0004147514" }));
    const lineId = await lastLine();
    await place(lineId, await id("3"));
    expect(await undo(lineId)).toMatchObject({ ok: true });
    expect(await undo(lineId)).toMatchObject({ ok: false, code: "not-allocated" });
    expect((await offer(line(62100, { iban: "NL21ABNA0004147514" }))).suspense).toBe(1);
    await place(lineId, await id("3"));
    expect(await entries("3")).toEqual(["payment 62000 bank", "reversal 62000 desk", "payment 62000 bank"]);
  });

  it("is recognised, not posted again, when the ERP already had this receipt", async () => {
    await importFiles(SYSTEM, [erp("mutaties", [receipt("4", "O1", "630,00", "2026-11-19")])]);
    await offer(line(63000));
    expect(await place(await lastLine(), await id("4"))).toMatchObject({
      ok: true,
      value: { posted: 0 },
    });
    expect(await entries("4")).toEqual(["payment 63000 erp"]);
  });

  it("can be set aside as no tenant's money, and taken back", async () => {
    await offer(line(64000));
    const lineId = await lastLine();
    expect((await setAside(SYSTEM, { commandId: randomUUID(), lineId, reason: "not-rent" })).ok).toBe(true);
    expect((await place(lineId, await id("4"))).ok).toBe(false);
    expect((await undo(lineId)).ok).toBe(true);
    expect((await prisma().bankLine.findUniqueOrThrow({ where: { id: lineId } })).disposition).toBe("suspense");
  });

  it("that is a return takes back that tenancy's payment, or is refused when there is none", async () => {
    await offer(line(60000, { sign: "DBIT", reason: "AM04" }));
    const lineId = await lastLine();
    expect(await place(lineId, await id("4"))).toMatchObject({
      ok: false,
      code: "nothing-to-take-back",
    });
    expect((await place(lineId, await id("1"))).ok).toBe(true);
    expect(await entries("1")).toEqual(["payment 60000 bank", "payment 60100 bank", "reversal 60000 bank"]);
    expect((await undo(lineId)).ok).toBe(true);
    expect(await entries("1")).toEqual(["payment 60000 bank", "payment 60100 bank", "reversal 60000 bank", "payment 60000 desk"]);
  });

  it("that pays for two tenancies and a term is divided, adds up, and goes back whole", async () => {
    await importFiles(SYSTEM, [erp("mutaties", [charge("2", "V1", "100,00")])]);
    const chargeId = (await prisma().ledgerEntry.findFirstOrThrow({ where: { kind: "charge" } })).id;
    await offer(line(30000));
    const lineId = await lastLine();
    const [two, three] = [await id("2"), await id("3")];
    const parts = [
      { tenancyId: two, cents: 10000n, chargeId },
      { tenancyId: three, cents: 20000n },
    ];
    expect(await split(lineId, parts.slice(0, 1))).toMatchObject({ ok: false, code: "not-the-sum" });
    expect(await split(lineId, [{ tenancyId: three, cents: 30000n, chargeId }])).toMatchObject({ code: "unknown-charge" });
    const commandId = randomUUID();
    const first = await split(lineId, parts, commandId);
    expect(first).toMatchObject({ ok: true, value: { posted: 2 } });
    expect(await split(lineId, parts, commandId)).toEqual(first);
    expect([(await entries("2")).at(-1), (await entries("3")).at(-1)]).toEqual(["payment 10000 bank", "payment 20000 bank"]);
    expect(await prisma().designation.findMany({ where: { undoneAt: null, because: "desk" } })).toMatchObject([
      { tenancyId: two, said: { kind: "charge", chargeId: String(chargeId) }, amountCents: 10000n },
    ]);
    expect((await undo(lineId)).ok).toBe(true);
    expect([(await entries("2")).at(-1), (await entries("3")).at(-1)]).toEqual(["reversal 10000 desk", "reversal 20000 desk"]);
    expect(await prisma().designation.count({ where: { undoneAt: null } })).toBe(0);
  });

  it("that was posted by itself can be undone too, and then waits for a person whatever arrives", async () => {
    await importFiles(SYSTEM, [erp("contracten", [{ contractnummer: "5", betalingskenmerk: "5000056789012345" }])]);
    await offer(line(65000, { structured: "5000056789012345" }));
    const lineId = await lastLine();
    expect((await undo(lineId)).ok).toBe(true);
    await rematch();
    expect(await prisma().bankLine.findUniqueOrThrow({ where: { id: lineId } })).toMatchObject({
      disposition: "suspense",
      because: "undone",
    });
    expect(await entries("5")).toEqual(["payment 65000 bank", "reversal 65000 desk"]);
  });

  it("is posted when its contract, reference or account arrives later", async () => {
    await offer(line(66000, { structured: "7000000000000006" }), line(66100, { iban: "NL86INGB0002445588" }));
    const taught = await lastLine();
    await importFiles(SYSTEM, [erp("contracten", [{ contractnummer: "6", betalingskenmerk: "7000000000000006" }])]);
    expect(await entries("6")).toEqual(["payment 66000 bank"]);
    await offer(line(60000, { iban: "NL86INGB0002445588" }));
    await place(taught, await id("6"));
    await rematch();
    expect(await entries("6")).toEqual(["payment 66000 bank", "payment 66100 bank", "payment 60000 bank"]);
  });

  it("teaches an account that can be forgotten, and then waits again", async () => {
    const known = await prisma().tenancyIban.findFirstOrThrow({ where: { iban: "NL86INGB0002445588" } });
    const commandId = randomUUID();
    expect((await forgetIban(SYSTEM, { commandId, ibanId: known.id })).ok).toBe(true);
    expect((await forgetIban(SYSTEM, { commandId, ibanId: known.id })).ok).toBe(true);
    expect(await prisma().auditEvent.count({ where: { action: "bank.forgetIban" } })).toBe(1);
    expect((await offer(line(67000, { iban: "NL86INGB0002445588" }))).suspense).toBe(1);
  });
});

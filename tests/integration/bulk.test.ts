import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { startBulk, undoBulk } from "@/lib/bulk/commands/start";
import { workBulk } from "@/lib/bulk/commands/work";
import { previewBulk } from "@/lib/bulk/queries/preview";
import { bulkRun } from "@/lib/bulk/queries/run";
import { oldRents, openSettlements } from "@/lib/bulk/queries/yearly";
import { readBulk, startBulkSchema } from "@/lib/bulk/schema";
import { waitingLetters } from "@/lib/cases/queries/letters";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { queueRows } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let anja: Actor;
let bram: Actor;
const doors: Door[] = [];

beforeAll(async () => {
  process.env.SMS_PROVIDER = "webhook";
  process.env.SMS_GATEWAY_URL = "http://127.0.0.1:1";
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-05-31"));
  anja = await colleague("finance", "Anja");
  bram = await colleague("consultant", "Bram");
  await prisma().setting.create({ data: { key: "corporation", value: { name: "Wonen", teamNumber: "010 012 40 00" } } });
  for (const lastName of ["Een", "Twee", "Drie"]) doors.push(await behindTheDoor({ today, lastName }));
});

const ids = () => doors.map(({ tenancyId }) => tenancyId).join(",");
const ask = (more: Record<string, unknown>) =>
  startBulkSchema.parse({ commandId: newId(), tenancyIds: ids(), ...more } as Record<string, unknown>);
const rows = () => queueRows(readFilter({ tab: "alles" }), today, new Set());
async function run(more: Record<string, unknown>) {
  const started = await startBulk(anja, ask(more));
  if (!started.ok) throw new Error(started.code);
  await workBulk(started.value.runId);
  return started.value.runId;
}
const codes = async (runId: number) => (await bulkRun(runId))?.rows.map(({ code, undoCode }) => [code, undoCode]);

describe("one act for many cases", () => {
  it("shows first who goes along and who does not, with the reason", async () => {
    await prisma().arrearsCase.updateMany({ where: { tenancyId: doors[0]?.tenancyId ?? 0 }, data: { ownerId: bram.staffId } });
    const preview = await previewBulk(anja, await rows(), { act: "assign", ownerId: bram.staffId });
    expect(preview.map(({ name, out }) => [name, out])).toEqual([
      ["Mw. Twee", null],
      ["Mw. Drie", null],
      ["Mw. Een", "has-owner"],
    ]);
  });

  it("gives them to a colleague, each as an act of its own, and takes it back to who had them", async () => {
    const runId = await run({ act: "assign", ownerId: String(anja.staffId) });
    expect(await codes(runId)).toEqual([
      ["done", null],
      ["done", null],
      ["done", null],
    ]);
    const owners = async () =>
      (await prisma().arrearsCase.findMany({ orderBy: { tenancyId: "asc" } })).map(({ ownerId }) => ownerId);
    expect(await owners()).toEqual([anja.staffId, anja.staffId, anja.staffId]);
    expect(await prisma().auditEvent.count({ where: { action: "cases.assign", staffId: anja.staffId } })).toBe(3);
    expect(await undoBulk(bram, { runId }), "another colleague").toMatchObject({ code: "not-found" });
    expect(await undoBulk(anja, { runId })).toMatchObject({ ok: true });
    await workBulk(runId);
    expect(await owners()).toEqual([bram.staffId, null, null]);
    expect(await undoBulk(anja, { runId })).toMatchObject({ code: "already-undone" });
  });

  it("goes on where it stood after a stop, and counts once when its form is sent twice", async () => {
    const form = ask({ act: "wait", reason: "other", reviewOn: "2026-03-20" });
    const started = await startBulk(anja, form);
    expect(await startBulk(anja, form)).toEqual(started);
    const runId = started.ok ? started.value.runId : 0;
    await workBulk(runId);
    // As if the worker died after the act and before it could note it.
    await prisma().bulkRow.updateMany({ where: { runId, tenancyId: doors[1]?.tenancyId ?? 0 }, data: { code: null } });
    await prisma().bulkRun.update({ where: { id: runId }, data: { finishedAt: null } });
    await workBulk(runId);
    expect(await codes(runId)).toEqual([
      ["done", null],
      ["done", null],
      ["done", null],
    ]);
    expect(await prisma().hold.count()).toBe(3);
    const preview = await previewBulk(anja, await rows(), { act: "wait", reason: "other", reviewOn: day("2026-03-20") });
    expect(preview.map(({ out }) => out)).toEqual(["held", "held", "held"]);
    await undoBulk(anja, { runId });
    await workBulk(runId);
    expect(await prisma().hold.count({ where: { endedOn: null } })).toBe(0);
  });

  it("sends a message to who may have one, tells why not of the others, and calls back what has not left", async () => {
    await prisma().person.update({ where: { id: doors[2]?.personId ?? 0 }, data: { smsOptOut: true } });
    await prisma().contactPoint.updateMany({ where: { personId: doors[1]?.personId ?? 0 }, data: { kind: "landline" } });
    const preview = await previewBulk(anja, await rows(), { act: "sms" });
    expect(preview.map(({ name, out }) => [name, out])).toEqual([
      ["Mw. Een", null],
      ["Mw. Twee", "no-mobile"],
      ["Mw. Drie", "gate-opted-out"],
    ]);
    const runId = await run({ act: "sms" });
    expect(await codes(runId)).toEqual([
      ["done", null],
      ["no-mobile", null],
      ["gate-opted-out", null],
    ]);
    await undoBulk(anja, { runId });
    await workBulk(runId);
    expect(await codes(runId)).toEqual([
      ["done", "done"],
      ["no-mobile", null],
      ["gate-opted-out", null],
    ]);
    expect(await prisma().outboxMessage.findMany({ select: { status: true } })).toEqual([{ status: "cancelled" }]);
  });

  it("asks for what it needs, and for no more than one can look over", () => {
    expect(startBulkSchema.safeParse({ commandId: newId(), act: "wait", tenancyIds: "1" }).success).toBe(false);
    const many = Array.from({ length: 501 }, (_, at) => at + 1).join(",");
    expect(startBulkSchema.safeParse({ commandId: newId(), act: "sms", tenancyIds: many }).success).toBe(false);
    expect(readBulk({ doe: "wait", reden: "other" })).toEqual({ act: "wait", params: null });
    expect(readBulk({ doe: "alles wissen" })).toEqual({ act: null, params: null });
  });
});

describe("the yearly lists", () => {
  const rent = (tenancyId: number, fromDay: string, netCents: bigint) =>
    prisma().tenancyRent.create({
      data: { tenancyId, fromDay: new Date(fromDay), netCents, serviceCents: 0n, heatingCents: 0n },
    });
  const pay = (tenancyId: number, amount: number, on: string) =>
    pool().query(
      `INSERT INTO ledger_entry (tenancy_id, kind, amount_cents, booked_on, source, source_number, recorded_at)
       VALUES ($1, 'payment', $2, $3, 'erp', $4, '2020-01-01')`,
      [tenancyId, amount, on, newId()],
    );

  it("name who still transfers the old rent, ask one letter of each, and no second", async () => {
    const [still, renewed] = [await behindTheDoor({ today, lastName: "Oud" }), await behindTheDoor({ today, lastName: "Nieuw" })];
    for (const { tenancyId } of [still, renewed]) await rent(tenancyId, "2026-01-01", 63_920n);
    await pay(still.tenancyId, 61_240, "2026-03-02");
    await pay(renewed.tenancyId, 63_920, "2026-03-02");
    expect((await oldRents()).map(({ lastName, before, rent: now, askedOn }) => [lastName, before, now, askedOn])).toEqual([
      ["Oud", "61240", "63920", null],
    ]);
    const runId = await run({ act: "check-transfer", tenancyIds: `${still.tenancyId},${renewed.tenancyId}` });
    expect(await codes(runId)).toEqual([
      ["done", null],
      ["pays-the-new-rent", null],
    ]);
    expect((await waitingLetters()).map(({ letterKind, lastName }) => [letterKind, lastName])).toEqual([
      ["check-transfer", "Oud"],
    ]);
    expect((await oldRents()).map(({ askedOn }) => askedOn)).toEqual([today]);
  });

  it("name of whom the settlement is open, by where the money lies", async () => {
    const [owes, paid] = [
      await behindTheDoor({ today, unpaid: 0, lastName: "Open" }),
      await behindTheDoor({ today, unpaid: 0, lastName: "Betaald" }),
    ];
    for (const { tenancyId } of [owes, paid])
      await pool().query(
        `INSERT INTO ledger_entry (tenancy_id, kind, category, amount_cents, booked_on, due_on, source, source_number, recorded_at)
         VALUES ($1, 'charge', 'settlement', 12000, '2026-02-01', '2026-02-15', 'erp', $2, '2020-01-01')`,
        [tenancyId, newId()],
      );
    await pay(paid.tenancyId, 12_000, "2026-02-20");
    await pay(owes.tenancyId, 2_000, "2026-02-20");
    expect((await openSettlements()).map(({ lastName, openCents, amount }) => [lastName, openCents, amount])).toEqual([
      ["Open", 10_000n, "12000"],
    ]);
  });
});

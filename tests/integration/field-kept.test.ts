import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { standOf, takeEnvelope, tidy } from "@/lib/field/jobs";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { colleague, setClock } from "../factories/door";
import { arrives, plannedVisit, visitOf } from "../factories/phone";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let joke: Actor;

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-04-30"));
  joke = await colleague("consultant", "Joke");
});

const planned = (who = joke) => plannedVisit(joke, who, today);
const spoke = { outcome: "spoke-inside", seen: ["mail-piling-up"], agreed: ["help-paperwork"], note: "Kopje koffie, ë 👵" };
const visitRow = (id: number) => prisma().visit.findUniqueOrThrow({ where: { id } });

describe("what is kept for a while only", () => {
  it("is let go of after two weeks, while that it came stays, and the same one again is known", async () => {
    const { door, visitId, phone } = await planned();
    const envelope = await visitOf(phone, visitId, { ...spoke, fileNote: "Toegezegd dat we bellen." });
    await arrives(phone, envelope);
    await tidy();
    const kept = () => prisma().fieldEnvelope.findUniqueOrThrow({ where: { id: envelope.id } });
    expect((await kept()).sealed).toHaveProperty("box", envelope.box);
    expect(await visitRow(visitId)).toMatchObject({ note: spoke.note });
    await prisma().fieldEnvelope.update({ where: { id: envelope.id }, data: { receivedAt: new Date("2026-02-20") } });
    await prisma().arrearsCase.update({ where: { id: door.caseId }, data: { closedOn: new Date(today), closedReason: "cured" } });
    await tidy();
    expect(await prisma().fieldEnvelope.findUnique({ where: { id: envelope.id } })).toMatchObject({
      sealed: {},
      state: "recorded",
    });
    expect(await visitRow(visitId)).toMatchObject({ note: null, fileNote: "Toegezegd dat we bellen." });
    expect(await takeEnvelope(phone.day.token, envelope)).toMatchObject({ status: 200 });
  });
});

describe("a server that came back from the backup of yesterday", () => {
  it("gets again what it lost, once, also from a hand-out it never knew", async () => {
    const { visitId, phone } = await planned();
    const envelope = await visitOf(phone, visitId, spoke);
    await arrives(phone, envelope);
    const ids = [envelope.id];
    expect(await standOf(phone.day.token, { ids })).toEqual({ status: 200, answer: { missing: [] } });

    // As the backup knows it: no envelope, no hand-out, no visit made.
    await pool().query("DELETE FROM field_envelope WHERE id = $1", [envelope.id]);
    await pool()
      .query("DELETE FROM field_handout WHERE staff_id = $1", [joke.staffId])
      .catch(() => {});
    await pool().query("DELETE FROM attempt WHERE command_id = $1", [envelope.id]);
    await pool().query("DELETE FROM command WHERE id = $1", [envelope.id]);
    await pool().query("UPDATE visit SET done_on = NULL, done_at = NULL, outcome = NULL, command_id = NULL WHERE id = $1", [
      visitId,
    ]);

    expect(await standOf(phone.day.token, { ids })).toEqual({ status: 200, answer: { missing: ids } });
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "recorded" });
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "recorded" });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside" });
    expect(await prisma().attempt.count({ where: { commandId: envelope.id } })).toBe(1);
  });
});

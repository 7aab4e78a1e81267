import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { revoke } from "@/lib/field/commands/settle";
import { giveDay, openLeft, tidy } from "@/lib/field/jobs";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { colleague, newId, openOffice } from "../factories/door";
import { arrives, asksFor, deposits, plannedVisit, sealed, visitOf } from "../factories/phone";

const today = day("2026-03-12");
let joke: Actor;

beforeAll(async () => {
  await openOffice(today);
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
    await prisma().arrearsCase.update({
      where: { id: door.caseId },
      data: { openedOn: new Date("2025-09-01"), closedOn: new Date("2025-11-01"), closedReason: "cured" },
    });
    await tidy();
    expect(await prisma().fieldEnvelope.findUnique({ where: { id: envelope.id } })).toMatchObject({
      sealed: {},
      state: "recorded",
    });
    expect(await visitRow(visitId)).toMatchObject({ note: null, fileNote: "Toegezegd dat we bellen." });
    expect(await deposits(phone.day.token, envelope)).toMatchObject({ status: 200 });
  });
});

describe("a server that came back from the backup of yesterday", () => {
  it("gets again what it lost, once, also from a hand-out it never knew", async () => {
    const { visitId, phone } = await planned();
    const envelope = await visitOf(phone, visitId, spoke);
    await arrives(phone, envelope);
    const ids = [envelope.id];
    expect(await asksFor(phone.day.token, { ids })).toEqual({ status: 200, answer: { missing: [], lost: false } });

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

    expect(await asksFor(phone.day.token, { ids })).toEqual({ status: 200, answer: { missing: ids, lost: false } });
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "recorded" });
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "recorded" });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside" });
    expect(await prisma().attempt.count({ where: { commandId: envelope.id } })).toBe(1);
  });
});

describe("what could go wrong with an envelope", () => {
  it("a number that was given out anew after a restore is not taken for the door of before", async () => {
    const [{ visitId, phone }, other] = [await planned(), await planned()];
    const envelope = await visitOf(phone, visitId, spoke);
    await pool().query("UPDATE visit SET tenancy_id = $1, case_id = $2, round = 9 WHERE id = $3", [
      other.door.tenancyId,
      other.door.caseId,
      visitId,
    ]);
    const { kept } = await arrives(phone, envelope);
    expect(kept).toMatchObject({ state: "review", code: "other-door", tenancyId: null });
    expect(await visitRow(visitId)).toMatchObject({ doneOn: null });
  });

  it("one whose job was lost is opened all the same", async () => {
    const { visitId, phone } = await planned();
    const envelope = await visitOf(phone, visitId, { ...spoke, note: "Half \ud83d en NUL \u0000." });
    await deposits(phone.day.token, envelope);
    await openLeft();
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside", note: "Half \ufffd en NUL ." });
  });

  it("a side field that cannot be read keeps nothing else out", async () => {
    const { visitId, phone } = await planned();
    const wrong = { agreed: ["promise", "will-call"], promisedOn: "2026-03-20", amount: "0", payDay: "x".repeat(90) };
    const { kept } = await arrives(phone, await visitOf(phone, visitId, { ...spoke, ...wrong }));
    expect(kept).toMatchObject({ state: "review", code: "incomplete" });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside", agreed: ["will-call"] });
  });

  it("a promise told late is judged on the day it was made", async () => {
    const { door, visitId, phone } = await planned();
    const answers = { ...spoke, agreed: ["promise"], promisedOn: "2026-03-11", amount: "100", nextDay: "2026-03-11" };
    const { kept } = await arrives(phone, await visitOf(phone, visitId, answers, { day: "2026-03-10", part: "morning" }));
    expect(kept).toMatchObject({ state: "recorded", code: null });
    expect(await prisma().paymentPromise.findFirst({ where: { tenancyId: door.tenancyId } })).toMatchObject({
      madeOn: new Date("2026-03-10"),
    });
  });

  it("a phone that was reported lost gets no new day, and its owner is signed out", async () => {
    const { phone } = await planned();
    const session = await prisma().session.create({
      data: { id: newId(), staffId: joke.staffId ?? 0, expiresAt: new Date("2099-01-01") },
    });
    const handout = await prisma().fieldHandout.findFirstOrThrow({ orderBy: { handedAt: "desc" } });
    await revoke(joke, { commandId: newId(), handoutId: handout.id });
    const again = { device: handout.deviceId, deviceName: "Android" };
    expect(await giveDay(joke, { firstName: "Joke", lang: "nl" }, again)).toBe("lost");
    expect(await prisma().session.findUnique({ where: { id: session.id } })).not.toMatchObject({ endedAt: null });
    expect(phone.day.doors.length).toBeGreaterThan(0);
  });

  it.each([
    ["a clock in 1970", { phoneAt: "1970-01-01T00:00:00.000Z", offsetMs: 0 }, "clock-behind"],
    [
      "a day of long ago",
      { phoneAt: "2026-03-12T08:00:00.000Z", offsetMs: 0, when: { day: "2002-03-10", part: "morning" } },
      "clock-behind",
    ],
  ])("%s counts as now, and somebody has a look", async (_what, moment, code) => {
    const { visitId, phone } = await planned();
    const { kept } = await arrives(phone, await sealed(phone, "visit-1", { moment, visitId, answers: spoke }));
    expect(kept).toMatchObject({ state: "review", code });
    expect(await visitRow(visitId)).toMatchObject({ doneOn: new Date(today) });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { logVisit } from "@/lib/cases/commands/desk/log-visit";
import { askVisitSchema, logVisitSchema } from "@/lib/cases/schema/doors";
import { rotateKey } from "@/lib/field/commands/keys";
import { recordEnvelope } from "@/lib/field/commands/record";
import { standingAfter } from "@/lib/field/domain/outbox";
import { readSigned, unseal } from "@/lib/field/domain/seal";
import { openEnvelope } from "@/lib/field/jobs";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { colleague, newId, openOffice, stepOf } from "../factories/door";
import { arrives, caretakersTask, deposits, momentOf, plannedVisit, ringOf, sealed, takesDay, visitOf } from "../factories/phone";

const today = day("2026-03-12");
let joke: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  anja = await colleague("consultant", "Anja");
});

const planned = (who = joke) => plannedVisit(joke, who, today);
const caretakersDoor = () => caretakersTask(joke, today);
const spoke = { outcome: "spoke-inside", seen: ["mail-piling-up"], agreed: ["help-paperwork"], note: "Kopje koffie, ë 👵" };
const visitRow = (id: number) => prisma().visit.findUniqueOrThrow({ where: { id } });

describe("a day that is taken along", () => {
  it("holds one's own visits of today first, and at most 25 doors", async () => {
    const { visitId, phone } = await planned();
    expect(phone.day.doors.length).toBeLessThanOrEqual(25);
    const own = phone.day.doors.filter((door) => door.kind === "visit" && door.forToday).map(({ id }) => id);
    expect(own).toContain(visitId);
    expect(phone.day.doors.slice(0, own.length).every(({ forToday }) => forToday)).toBe(true);
  });

  it("holds nothing of a colleague's visit", async () => {
    const { visitId } = await planned(anja);
    const { day: handed } = await takesDay(joke);
    expect(handed.doors.map(({ id }) => id)).not.toContain(visitId);
  });

  it("gives a caretaker no amount and no word of why, also not in what is sealed", async () => {
    const { taskId, phone } = await caretakersDoor();
    const words = JSON.stringify({ ...phone.day, token: "" });
    expect(words).not.toMatch(/€|cents|61240|612|huur|schuld|achterstand|betal|arrear|rent|overdue|debt/i);
    const envelope = await ringOf(phone, taskId, "not-home");
    const key = await prisma().fieldKey.findUniqueOrThrow({ where: { id: envelope.keyId } });
    const opened = await unseal(envelope, key.agree as JsonWebKey);
    expect(Object.keys(opened as object).sort()).toEqual(["moment", "result", "taskId"]);
  });
});

describe("an envelope that arrives", () => {
  it("is recorded as what happened at the door, with the note as it was written", async () => {
    const { door, visitId, phone } = await planned();
    const { taken, kept } = await arrives(phone, await visitOf(phone, visitId, spoke));
    expect(taken.status).toBe(200);
    expect(kept).toMatchObject({ state: "recorded", code: null, tenancyId: door.tenancyId });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside", note: spoke.note, seen: spoke.seen });
    expect(await prisma().disclosure.count({ where: { tenancyId: door.tenancyId, kind: "wants-help" } })).toBe(1);
  });

  it("counts once, sent five times and at the same time", async () => {
    const { visitId, phone } = await planned();
    const envelope = await visitOf(phone, visitId, spoke);
    const answers = await Promise.all(Array.from({ length: 5 }, () => deposits(phone.day.token, envelope)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await Promise.all(Array.from({ length: 3 }, () => openEnvelope({ envelopeId: envelope.id })));
    expect(await prisma().attempt.count({ where: { commandId: envelope.id } })).toBe(1);
    expect(await prisma().fieldEnvelope.findUnique({ where: { id: envelope.id } })).toMatchObject({
      state: "recorded",
      code: null,
    });
  });

  it("of a form that nobody here knows is kept on the phone for a person, and holds no other up", async () => {
    const { visitId, phone } = await planned();
    const known = await visitOf(phone, visitId, spoke);
    const strange = { ...(await visitOf(phone, visitId, spoke)), form: "visit-0" };
    expect(standingAfter((await deposits(phone.day.token, strange)).status)).toBe("apart");
    expect((await arrives(phone, known)).kept).toMatchObject({ state: "recorded" });
  });

  it("keeps why no visit needs to follow, and the yes that was said aloud, for the next who goes", async () => {
    const { door, visitId, phone } = await planned();
    const answers = { outcome: "spoke-inside", seen: [], agreed: ["help-municipality"], consent: true, noMoreFor: "help" };
    await arrives(phone, await visitOf(phone, visitId, answers));
    expect(await visitRow(visitId)).toMatchObject({ consent: true, noMoreFor: "help" });
    const asked = await askVisit(joke, askVisitSchema.parse({ commandId: newId(), tenancyId: door.tenancyId }));
    const { day: handed } = await takesDay(joke);
    const again = handed.doors.find(({ id, kind }) => kind === "visit" && asked.ok && id === asked.value.visitId);
    expect(again).toMatchObject({ noMoreFor: "help" });
  });

  it("with the id of another is not taken for it", async () => {
    const { visitId, phone } = await planned();
    const first = await visitOf(phone, visitId, spoke);
    await arrives(phone, first);
    const other = await sealed(phone, "visit-1", { moment: momentOf(phone), visitId, answers: {} }, first.id);
    expect(await deposits(phone.day.token, other)).toEqual({ status: 409 });
  });

  it("is put down by whoever has the app open, under the name of whoever sealed it", async () => {
    const { visitId, phone } = await planned();
    // The token travels with the envelope: nobody is signed in on that phone any more.
    await prisma().staff.update({ where: { id: joke.staffId ?? 0 }, data: { active: false } });
    const { kept } = await arrives(phone, await visitOf(phone, visitId, spoke));
    await prisma().staff.update({ where: { id: joke.staffId ?? 0 }, data: { active: true } });
    expect(kept).toMatchObject({ state: "recorded" });
    expect(await visitRow(visitId)).toMatchObject({ staffId: joke.staffId });
  });

  it.each([
    ["no token", "niets", 401],
    ["a token somebody made up", "eyJ9.AAAA", 401],
  ])("with %s is kept on the phone", async (_what, token, status) => {
    const { visitId, phone } = await planned();
    expect(await deposits(token, await visitOf(phone, visitId, spoke))).toEqual({ status });
  });

  it("that is no envelope is set apart", async () => {
    const { phone } = await planned();
    for (const body of [null, {}, { id: "x" }, [], "envelope"])
      expect(await deposits(phone.day.token, body)).toEqual({ status: 422 });
  });

  it("sealed to the key of before is opened after the key changed", async () => {
    const { visitId, phone } = await planned();
    const envelope = await visitOf(phone, visitId, spoke);
    await rotateKey();
    const { taken, kept } = await arrives(phone, envelope);
    expect(kept).toMatchObject({ state: "recorded" });
    // The phone knows only the key of its day: the receipt is signed with that.
    const { receipt = "" } = ("answer" in taken ? taken.answer : {}) as { receipt?: string };
    expect(await readSigned("receipt", receipt, phone.day.signOpen)).toContain(envelope.id);
    expect((await takesDay(joke)).day.sealTo.keyId).not.toBe(phone.day.sealTo.keyId);
  });
});

describe("what happened is always accepted", () => {
  const logged = (visitId: number, outcome: string) =>
    logVisitSchema.parse({ commandId: newId(), visitId, outcome, note: "Van Anja." });

  it("a second visit of a colleague stands beside the first, and somebody looks at it", async () => {
    const { door, visitId, phone } = await planned();
    expect(await logVisit(anja, logged(visitId, "nobody"))).toMatchObject({ ok: true });
    const { kept } = await arrives(phone, await visitOf(phone, visitId, spoke));
    expect(kept).toMatchObject({ state: "review", code: "visit-done" });
    const visits = await prisma().visit.findMany({
      where: { tenancyId: door.tenancyId, doneOn: { not: null } },
      orderBy: { outcome: "asc" },
    });
    expect(visits.map(({ outcome, note }) => [outcome, note])).toEqual([
      ["nobody", "Van Anja."],
      ["spoke-inside", spoke.note],
    ]);
  });

  it("a visit that was called off meanwhile counts", async () => {
    const { visitId, phone } = await planned();
    await prisma().visit.update({
      where: { id: visitId },
      data: { withdrawnOn: new Date(today), withdrawnAt: new Date(), withdrawnFor: "cured" },
    });
    const { kept } = await arrives(phone, await visitOf(phone, visitId, spoke));
    expect(kept).toMatchObject({ state: "recorded" });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside", withdrawnOn: null });
  });

  it("of a case that closed the visit is kept, and only the promise waits for a colleague", async () => {
    const { door, visitId, phone } = await planned();
    await prisma().arrearsCase.update({ where: { id: door.caseId }, data: { closedOn: new Date(today), closedReason: "cured" } });
    const answers = { ...spoke, agreed: ["promise"], promisedOn: "2026-03-20", amount: "100" };
    const { kept } = await arrives(phone, await visitOf(phone, visitId, answers));
    expect(kept).toMatchObject({ state: "review", code: "case-closed" });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside", note: spoke.note });
  });

  it("terms agreed at the table stand at once, with the letter that confirms them, once", async () => {
    const { door, visitId, phone } = await planned();
    const terms = { arrangementTotal: "600", arrangementCount: "6", arrangementStart: "2026-03-25" };
    const envelope = await visitOf(phone, visitId, { ...spoke, agreed: ["arrangement-wanted"], ...terms });
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "recorded" });
    await recordEnvelope(envelope.id, true);
    const where = { where: { tenancyId: door.tenancyId } };
    expect(await prisma().arrangement.findMany({ ...where, include: { instalments: true } })).toMatchObject([
      { totalCents: 60_000n, instalments: { length: 6 } },
    ]);
    expect(await prisma().letter.count({ where: { tenancyId: door.tenancyId, kind: "confirm-arrangement" } })).toBe(1);
  });

  it("a promise that may not be made leaves the visit standing", async () => {
    const { visitId, phone } = await planned();
    const answers = { ...spoke, agreed: ["promise", "will-call"], promisedOn: "2026-09-01", amount: "100" };
    const { kept } = await arrives(phone, await visitOf(phone, visitId, answers));
    expect(kept).toMatchObject({ state: "review", code: "promise-too-far" });
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside", agreed: ["will-call"] });
  });

  it("a ring at a building that went to another caretaker is recorded", async () => {
    const { taskId, phone, door } = await caretakersDoor();
    await prisma().buildingCaretaker.updateMany({
      where: { buildingId: door.buildingId },
      data: { untilDay: new Date("2026-03-01") },
    });
    const { kept } = await arrives(phone, await ringOf(phone, taskId, "spoke"));
    expect(kept).toMatchObject({ state: "recorded" });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
  });

  it("a ring after the task was done is a fact, and somebody looks at it", async () => {
    const { taskId, phone } = await caretakersDoor();
    await arrives(phone, await ringOf(phone, taskId, "spoke"));
    const { kept } = await arrives(phone, await ringOf(phone, taskId, "moved"));
    expect(kept).toMatchObject({ state: "review", code: "task-closed" });
    expect(await prisma().ring.count({ where: { taskId } })).toBe(2);
  });

  it("told for another day it lies on that day", async () => {
    const { visitId, phone, door } = await planned();
    const { kept } = await arrives(phone, await visitOf(phone, visitId, spoke, { day: "2026-03-10", part: "evening" }));
    expect(kept).toMatchObject({ state: "recorded" });
    expect(await visitRow(visitId)).toMatchObject({ doneOn: new Date("2026-03-10") });
    expect(await prisma().attempt.findFirst({ where: { tenancyId: door.tenancyId, channel: "visit" } })).toMatchObject({
      day: new Date("2026-03-10"),
      part: "evening",
    });
  });

  it("with a clock two hours behind the office's moment counts, and both are kept", async () => {
    const { visitId } = await planned();
    const phone = await takesDay(joke, "Joke", 2 * 3_600_000);
    const { kept } = await arrives(phone, await visitOf(phone, visitId, spoke));
    expect(kept?.phoneAt).toEqual(new Date(phone.clock.now));
    expect(kept?.happenedAt).toEqual(new Date(phone.day.moment));
  });

  it("with a clock days ahead counts as of now, and somebody looks at it", async () => {
    const { visitId, phone } = await planned();
    const ahead = { phoneAt: "2026-03-20T10:00:00.000Z", offsetMs: 0 };
    const { kept } = await arrives(phone, await sealed(phone, "visit-1", { moment: ahead, visitId, answers: spoke }));
    expect(kept).toMatchObject({ state: "review", code: "clock-ahead" });
    expect(await visitRow(visitId)).toMatchObject({ doneOn: new Date(today) });
  });

  it("of a phone that was reported lost waits for a colleague, who may let it count", async () => {
    const { visitId, phone } = await planned();
    await prisma().fieldHandout.updateMany({ where: { staffId: joke.staffId ?? 0 }, data: { revokedAt: new Date() } });
    const envelope = await visitOf(phone, visitId, spoke);
    const { taken, kept } = await arrives(phone, envelope);
    expect([taken.status, kept?.state, kept?.code]).toEqual([200, "review", "revoked"]);
    expect(await visitRow(visitId)).toMatchObject({ doneOn: null });
    await recordEnvelope(envelope.id, true);
    expect(await visitRow(visitId)).toMatchObject({ outcome: "spoke-inside" });
  });

  it("of a door that did not go along is not recorded by itself", async () => {
    const { phone } = await planned();
    const other = await planned(anja);
    const { kept } = await arrives(phone, await visitOf(phone, other.visitId, spoke));
    expect(kept).toMatchObject({ state: "review", code: "not-handed-out" });
    expect(await visitRow(other.visitId)).toMatchObject({ doneOn: null });
  });

  it.each([
    ["a form with a hole in it", { outcome: "somewhere" }, "incomplete"],
    ["a promise without an amount", { outcome: "spoke-door", agreed: ["promise"], promisedOn: "2026-03-20" }, "incomplete"],
  ])("%s is kept for a colleague to read", async (_what, answers, code) => {
    const { visitId, phone } = await planned();
    expect((await arrives(phone, await visitOf(phone, visitId, answers))).kept).toMatchObject({ state: "review", code });
  });

  it("what nobody can open is kept all the same", async () => {
    const { phone } = await planned();
    const envelope = { ...(await visitOf(phone, 1, spoke)), iv: "AAAAAAAAAAAAAAAA" };
    expect((await arrives(phone, envelope)).kept).toMatchObject({ state: "review", code: "unreadable" });
  });
});

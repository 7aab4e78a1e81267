import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { logRing } from "@/lib/cases/commands/desk/log-ring";
import { logVisit } from "@/lib/cases/commands/desk/log-visit";
import { planVisit } from "@/lib/cases/commands/desk/plan-visit";
import { resolveProblem } from "@/lib/cases/commands/desk/resolve-problem";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { reassess } from "@/lib/cases/commands/reassess";
import { caseView } from "@/lib/cases/queries/case-view";
import { underWayOf } from "@/lib/cases/queries/under-way";
import { askVisitSchema, logRingSchema, logVisitSchema, planVisitSchema } from "@/lib/cases/schema/doors";
import { day } from "@/lib/kernel/day";
import { inTransaction, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, linesToCorrect, newId, openOffice, setClock, stepOf } from "../factories/door";

const today = day("2026-03-12");
let joke: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
});

/** A door whose tenant has no usable number, so that the rules ask the caretaker. */
async function caretakersDoor(): Promise<{ door: Door; taskId: number; ronald: Actor }> {
  const door = await behindTheDoor({ today });
  await prisma().contactPoint.updateMany({
    where: { personId: door.personId },
    data: { quality: "dead", deadAt: new Date("2026-03-01") },
  });
  await askTheRules(door);
  const task = await prisma().caretakerTask.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
  return { door, taskId: task.id, ronald: await colleague("caretaker", "Ronald", [door.buildingId]) };
}
const askTheRules = (door: Door) => inTransaction((db) => reassess(db, joke, [door.tenancyId]));
const ring = (taskId: number, result: string) => logRingSchema.parse({ commandId: newId(), taskId: String(taskId), result });

describe("the caretaker's ring", () => {
  it("on two days without anybody brings the card in the same go, and then the office waits", async () => {
    const { door, taskId, ronald } = await caretakersDoor();
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "caretaker" });
    expect(await logRing(ronald, ring(taskId, "card-left"))).toMatchObject({ ok: false, code: "card-after-second" });
    expect(await logRing(ronald, ring(taskId, "not-home"))).toMatchObject({
      ok: true,
      value: { closed: false, cardCode: null, days: 1 },
    });
    expect(await logRing(ronald, ring(taskId, "not-home"))).toMatchObject({ ok: false, code: "rung-today" });
    await setClock("2026-03-16");
    const second = await logRing(ronald, ring(taskId, "not-home"));
    expect(second).toMatchObject({ ok: true, value: { closed: false, days: 2 } });
    expect(second.ok && second.value.cardCode).toMatch(/^[a-z]+ \d{3}$/);
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "callback-card" });
    expect(await logRing(ronald, ring(taskId, "card-left"))).toMatchObject({ ok: true, value: { closed: true } });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
    await setClock(today);
    const card = await prisma().callbackCard.findFirstOrThrow({ where: { taskId } });
    expect(card.leftOn).toEqual(new Date("2026-03-16"));
    expect(second.ok && second.value.cardCode).toBe(card.code);
    expect(await prisma().attempt.count({ where: { tenancyId: door.tenancyId, channel: { in: ["door", "card"] } } })).toBe(3);
  });

  it("that finds the tenant home is contact: no card any more", async () => {
    const { door, taskId, ronald } = await caretakersDoor();
    expect(await logRing(ronald, ring(taskId, "spoke"))).toMatchObject({ ok: true, value: { closed: true, cardCode: null } });
    expect(await prisma().caretakerTask.findUnique({ where: { id: taskId } })).toMatchObject({ closedReason: "spoke" });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
    expect(await logRing(ronald, ring(taskId, "not-home"))).toMatchObject({ ok: false, code: "task-closed" });
  });

  it("counts once when tapped five times at once", async () => {
    const { taskId, ronald } = await caretakersDoor();
    const tap = ring(taskId, "not-home");
    const answers = await Promise.all(Array.from({ length: 5 }, () => logRing(ronald, tap)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await prisma().ring.count({ where: { taskId } })).toBe(1);
  });

  it("is not there for a caretaker of another building", async () => {
    const { taskId } = await caretakersDoor();
    const other = await colleague("caretaker", "Henk", []);
    expect(await logRing(other, ring(taskId, "spoke"))).toMatchObject({ ok: false, code: "not-found" });
    expect(await prisma().ring.count({ where: { taskId } })).toBe(0);
  });

  it("never answers with an amount or what the ladder knows", async () => {
    const { taskId, ronald } = await caretakersDoor();
    const answer = await logRing(ronald, ring(taskId, "not-home"));
    expect(answer.ok && Object.keys(answer.value).sort()).toEqual([
      "asked",
      "cardCode",
      "closed",
      "days",
      "oddly",
      "wasWithdrawn",
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/61240|612|cents|overdue|call/i);
  });

  it("that hears of a death pauses the case and lets the office check it", async () => {
    const { door, taskId, ronald } = await caretakersDoor();
    await logRing(ronald, ring(taskId, "heard-deceased"));
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "hold" });
    expect(await prisma().person.findUnique({ where: { id: door.personId } })).toMatchObject({ deceasedOn: null });
    expect(await prisma().dataProblem.count({ where: { tenancyId: door.tenancyId, kind: "deceased-unverified" } })).toBe(1);
  });

  it("that worries the caretaker reaches the office as something to look into today", async () => {
    const { door, taskId, ronald } = await caretakersDoor();
    await logRing(ronald, ring(taskId, "worried"));
    expect(await prisma().dataProblem.findFirst({ where: { tenancyId: door.tenancyId, kind: "worried" } })).toMatchObject({
      since: new Date(today),
      endedOn: null,
    });
  });

  it("leaves the worry on the case page until a colleague has found out, once", async () => {
    const { door, taskId, ronald } = await caretakersDoor();
    await logRing(ronald, ring(taskId, "worried"));
    const open = async () => (await underWayOf(door.tenancyId)).problems.filter(({ kind }) => kind === "worried");
    const [problem] = await open();
    const solve = (problemId: number) =>
      resolveProblem(joke, { commandId: newId(), problemId, note: "Dochter gebeld, alles goed." });
    expect(await solve(problem?.id ?? 0)).toMatchObject({ ok: true });
    expect(await solve(problem?.id ?? 0)).toMatchObject({ ok: false, code: "already-resolved" });
    expect(await open()).toEqual([]);
    const dead = await prisma().dataProblem.findFirstOrThrow({ where: { tenancyId: door.tenancyId, kind: "number-dead" } });
    expect(await solve(dead.id)).toMatchObject({ ok: false, code: "problem-ends-by-itself" });
  });

  it("made after the task was called off is kept all the same", async () => {
    const { taskId, ronald } = await caretakersDoor();
    await prisma().caretakerTask.update({
      where: { id: taskId },
      data: { closedOn: new Date(today), closedReason: "withdrawn" },
    });
    expect(await logRing(ronald, ring(taskId, "spoke"))).toMatchObject({ ok: true, value: { wasWithdrawn: true } });
    expect(await prisma().ring.count({ where: { taskId } })).toBe(1);
  });
});

describe("a home visit", () => {
  const ask = (door: Door) => askVisit(joke, askVisitSchema.parse({ commandId: newId(), tenancyId: door.tenancyId }));
  const plan = (visitId: number, more: object = {}) =>
    planVisitSchema.parse({
      commandId: newId(),
      visitId,
      plannedFor: "2026-03-17",
      part: "morning",
      announcedBy: "phone",
      ...more,
    });
  const log = (visitId: number, more: object = {}) =>
    logVisitSchema.parse({ commandId: newId(), visitId, outcome: "nobody", ...more });
  async function asked(door: Door): Promise<number> {
    const answer = await ask(door);
    return answer.ok ? answer.value.visitId : 0;
  }

  it("is asked for once, planned for a day, and made", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    expect(await ask(door)).toMatchObject({ ok: false, code: "visit-open" });
    expect(await planVisit(joke, plan(visitId))).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
    await setClock("2026-03-17");
    const made = log(visitId, {
      outcome: "spoke-inside",
      agreed: ["help-paperwork", "promise"],
      seen: "mail-piling-up",
      promisedOn: "2026-03-24",
      amount: "612,40",
    });
    const answers = await Promise.all([logVisit(joke, made), logVisit(joke, made)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "promise-pending" });
    expect(await prisma().disclosure.count({ where: { tenancyId: door.tenancyId, kind: "wants-help" } })).toBe(1);
    expect(await logVisit(joke, log(visitId))).toMatchObject({ ok: false, code: "visit-done" });
    await setClock(today);
  });

  it("made after it was called off is kept all the same", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    await prisma().visit.update({ where: { id: visitId }, data: { withdrawnOn: new Date(today), withdrawnFor: "cured" } });
    expect(await planVisit(joke, plan(visitId))).toMatchObject({ code: "visit-withdrawn" });
    expect(await logVisit(joke, log(visitId, { outcome: "spoke-door" }))).toMatchObject({ ok: true });
    expect(await prisma().visit.findUnique({ where: { id: visitId } })).toMatchObject({
      outcome: "spoke-door",
      withdrawnOn: null,
    });
  });

  it("that keeps nothing when the promise in it is refused", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    const made = log(visitId, { outcome: "spoke-door", agreed: "promise", promisedOn: "2026-06-01", amount: "612,40" });
    expect(await logVisit(joke, made)).toMatchObject({ ok: false, code: "promise-too-far" });
    expect(await prisma().visit.findUnique({ where: { id: visitId } })).toMatchObject({ doneOn: null });
  });

  it("recorded at the wrong door is taken back with all that was agreed there, and what was written stays to be read", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    await planVisit(joke, plan(visitId));
    await setClock("2026-03-17");
    const before = await stepOf(door.tenancyId);
    const agreed = ["help-municipality", "administrator", "promise"];
    const promised = { promisedOn: "2026-03-24", amount: "612,40" };
    const made = log(visitId, { outcome: "spoke-inside", agreed, consent: "on", ...promised, note: "Dochter komt helpen." });
    expect(await logVisit(joke, made)).toMatchObject({ ok: true });
    const lines = await linesToCorrect(door.tenancyId, made.commandId);
    const taken = await undoAct(joke, { commandId: newId(), undoes: made.commandId, reason: "Dit was de deur ernaast." });
    const after = await stepOf(door.tenancyId);
    const view = await caseView(door.tenancyId);
    await setClock(today);
    expect([lines, taken]).toMatchObject([["visit"], { ok: true }]);
    expect(after).toEqual(before);
    const { tenancyId } = door;
    expect(await prisma().visit.findUnique({ where: { id: visitId } })).toMatchObject({
      ...{ doneOn: null, outcome: null, agreed: [], note: null, plannedFor: new Date("2026-03-17"), part: "morning" },
    });
    expect(await prisma().disclosure.count({ where: { tenancyId, undoneAt: null } })).toBe(0);
    expect(await prisma().paymentPromise.count({ where: { tenancyId, undoneAt: null } })).toBe(0);
    expect(await prisma().dataProblem.count({ where: { tenancyId, kind: "administrator-unknown", endedOn: null } })).toBe(0);
    expect(await prisma().referral.count({ where: { tenancyId, withdrawnOn: null, warmHandover: true } })).toBe(0);
    expect(view?.timeline.some(({ code }) => code === "visit")).toBe(false);
    expect(view?.timeline.find(({ code }) => code === "taken-back")?.values).toMatchObject({
      detail: "Dochter komt helpen.",
      reason: "Dit was de deur ernaast.",
    });
    await setClock("2026-03-18");
    const afterAll = await logVisit(joke, log(visitId));
    await setClock(today);
    expect(afterAll).toMatchObject({ ok: true });
  });

  it("records a spoken yes to a warm hand-over apart from any report", async () => {
    const door = await behindTheDoor({ today });
    await logVisit(joke, log(await asked(door), { outcome: "spoke-inside", agreed: "help-municipality", consent: "on" }));
    expect(await prisma().referral.findFirst({ where: { tenancyId: door.tenancyId } })).toMatchObject({
      warmHandover: true,
      reportedOn: null,
    });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { countCallBack } from "@/lib/caretaker/commands/card";
import { caseOpened, remind } from "@/lib/caretaker/jobs";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { worriesFor } from "@/lib/caretaker/queries/worries";
import { resolveProblem } from "@/lib/cases/commands/desk/resolve-problem";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { day } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { inTransaction, prisma } from "@/lib/platform/db";
import { colleague, linesToCorrect, newId, openOffice, stepOf } from "../factories/door";
import { arrives, caretakersTask, ringOf, takesDay } from "../factories/phone";

const today = day("2026-03-12");
let joke: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  anja = await colleague("consultant", "Anja");
});
/** What a caretaker sees of one task. */
const taskOf = async (ronald: Actor, id: number) => (await doorTasks(ronald, today)).find((task) => task.id === id);
const caretakersDoor = () => caretakersTask(joke, today);

describe("a worry at a door", () => {
  const worryOf = (tenancyId: number) => prisma().worry.findFirstOrThrow({ where: { tenancyId } });

  it("goes to whom the task was for, stands on their list, and is seen once somebody opened the case", async () => {
    const { door, taskId, phone } = await caretakersDoor();
    await prisma().caretakerTask.update({ where: { id: taskId }, data: { callFor: anja.staffId } });
    await arrives(phone, await ringOf(phone, taskId, "worried"));
    expect(await worryOf(door.tenancyId)).toMatchObject({ kind: "worried", ownerId: anja.staffId, openedAt: null });
    const mine = async (who: Actor) => (await worriesFor(who, await now())).map(({ tenancyId }) => tenancyId);
    expect([await mine(anja), await mine(joke)]).toEqual([
      expect.arrayContaining([door.tenancyId]),
      expect.not.arrayContaining([door.tenancyId]),
    ]);
    await caseOpened(joke, door.tenancyId);
    expect(await worryOf(door.tenancyId)).toMatchObject({ openedBy: joke.staffId });
    const problem = await prisma().dataProblem.findFirstOrThrow({ where: { tenancyId: door.tenancyId, kind: "worried" } });
    await resolveProblem(anja, { commandId: newId(), problemId: problem.id, note: "Dochter gebeld." });
    expect(await mine(anja)).not.toContain(door.tenancyId);
  });

  it("that nobody opened in two hours is everybody's, and its colleague is told once", async () => {
    const { door, taskId, phone } = await caretakersDoor();
    await prisma().staff.update({ where: { id: anja.staffId ?? 0 }, data: { phone: null } });
    await prisma().caretakerTask.update({ where: { id: taskId }, data: { callFor: anja.staffId } });
    await arrives(phone, await ringOf(phone, taskId, "heard-deceased"));
    await remind();
    expect(await worryOf(door.tenancyId)).toMatchObject({ kind: "deceased-unverified", remindedAt: null });
    await prisma().worry.updateMany({ where: { tenancyId: door.tenancyId }, data: { at: new Date("2026-03-12T05:00:00Z") } });
    await Promise.all([remind(), remind()]);
    const told = await worryOf(door.tenancyId);
    expect(told).toMatchObject({ remindStatus: "failed" });
    await remind();
    expect(await worryOf(door.tenancyId)).toEqual(told);
    expect((await worriesFor(joke, await now())).map(({ tenancyId }) => tenancyId)).toContain(door.tenancyId);
  });
});

describe("a word of thanks", () => {
  it("comes when the card brought a call, and says nothing of why", async () => {
    const { taskId, ronald, phone } = await caretakersDoor();
    await arrives(phone, await ringOf(phone, taskId, "will-call"));
    expect(await taskOf(ronald, taskId)).toMatchObject({ helped: false });
    const card = await prisma().callbackCard.findFirstOrThrow({ where: { taskId } });
    expect(await inTransaction(async (db) => countCallBack(db, await now(db), card.code))).not.toBeNull();
    expect(await taskOf(ronald, taskId)).toMatchObject({ helped: true });
    expect((await takesDay(ronald, "Ronald")).day.helped).toBe(1);
  });
});

describe("a ring recorded at the wrong door", () => {
  it("is taken back at the desk with the reason: the pause ends, the worry is gone, and the task waits again", async () => {
    const { door, taskId, ronald, phone } = await caretakersDoor();
    const before = await stepOf(door.tenancyId);
    const envelope = await ringOf(phone, taskId, "heard-deceased");
    await arrives(phone, envelope);
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "hold" });
    expect(await linesToCorrect(door.tenancyId, envelope.id)).toEqual(["ring"]);
    const undo = { commandId: newId(), undoes: envelope.id };
    expect(await undoAct(joke, undo)).toMatchObject({ ok: false, code: "cannot-undo" });
    expect(await undoAct(ronald, { ...undo, reason: "Dit was de deur ernaast." })).toMatchObject({ code: "undo-not-allowed" });
    expect(await undoAct(joke, { ...undo, commandId: newId(), reason: "Dit was de deur ernaast." })).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toEqual(before);
    expect(await prisma().caretakerTask.findUnique({ where: { id: taskId } })).toMatchObject({ closedOn: null });
    expect((await worriesFor(joke, await now())).map(({ tenancyId }) => tenancyId)).not.toContain(door.tenancyId);
    expect(await taskOf(ronald, taskId)).toMatchObject({ rings: [] });
  });
});

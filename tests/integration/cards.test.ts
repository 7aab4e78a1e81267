import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { askCaretaker, callOff } from "@/lib/caretaker/commands/ask";
import { cardsAsked } from "@/lib/caretaker/jobs";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { underWayOf } from "@/lib/cases/queries/under-way";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, newId, openOffice, stepOf } from "../factories/door";
import { arrives, plannedVisit, ringOf, takesDay } from "../factories/phone";

const today = day("2026-03-12");
let joke: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
});

const asked = (words: string) => new URLSearchParams(words);

describe("a caretaker who is asked by a colleague", () => {
  it("rings for whatever reason, hears who seeks contact and never why, and it counts for nothing in the ladder", async () => {
    const door = await behindTheDoor({ today });
    const before = await stepOf(door.tenancyId);
    const ask = { commandId: newId(), tenancyId: door.tenancyId, reason: "repair" } as const;
    const answer = await askCaretaker(joke, ask);
    expect(answer).toMatchObject({ ok: true });
    expect(await askCaretaker(joke, ask)).toEqual(answer);
    expect(await askCaretaker(joke, { ...ask, commandId: newId() })).toMatchObject({ ok: false, code: "task-open" });
    const ronald = await colleague("caretaker", "Ronald", [door.buildingId]);
    const [task] = await doorTasks(ronald, today);
    expect(task).toMatchObject({ colleague: "Joke", asked: true });
    expect(JSON.stringify(task)).not.toContain("repair");
    const phone = await takesDay(ronald, "Ronald");
    const { kept } = await arrives(phone, await ringOf(phone, task?.id ?? 0, "spoke"));
    expect(kept).toMatchObject({ state: "recorded", code: null });
    expect(await prisma().attempt.count({ where: { tenancyId: door.tenancyId } })).toBe(0);
    expect(await stepOf(door.tenancyId)).toEqual(before);
  });

  it("is called off while it waits, and a task of the ladder is not", async () => {
    const door = await behindTheDoor({ today });
    const answer = await askCaretaker(joke, { commandId: newId(), tenancyId: door.tenancyId, reason: "number" });
    const taskId = answer.ok ? answer.value.taskId : 0;
    expect((await underWayOf(door.tenancyId)).task).toMatchObject({ askedId: taskId });
    expect(await callOff(joke, { commandId: newId(), taskId })).toMatchObject({ ok: true });
    expect(await callOff(joke, { commandId: newId(), taskId })).toMatchObject({ ok: false, code: "task-closed" });
    const given = { givenOn: new Date(today), dueOn: new Date(today) };
    const ladder = await prisma().caretakerTask.create({
      data: { tenancyId: door.tenancyId, caseId: door.caseId, buildingId: door.buildingId, ...given },
    });
    expect(await callOff(joke, { commandId: newId(), taskId: ladder.id })).toMatchObject({ ok: false, code: "not-found" });
  });

  it("is not there where no caretaker looks after the building", async () => {
    const door = await behindTheDoor({ today });
    await prisma().buildingCaretaker.updateMany({
      where: { buildingId: door.buildingId },
      data: { untilDay: new Date("2026-01-01") },
    });
    const answer = await askCaretaker(joke, { commandId: newId(), tenancyId: door.tenancyId, reason: "contact" });
    expect(answer).toMatchObject({ ok: false, code: "no-caretaker" });
  });
});

describe("call-back cards to print", () => {
  it("are made for one's own buildings, the same code each time, and another's door gives nothing", async () => {
    const door = await behindTheDoor({ today });
    const answer = await askCaretaker(joke, { commandId: newId(), tenancyId: door.tenancyId, reason: "contact" });
    const taskId = answer.ok ? answer.value.taskId : 0;
    const ronald = await colleague("caretaker", "Ronald", [door.buildingId]);
    expect(await cardsAsked(ronald, "Ronald", asked(`taak=${taskId}`))).toMatchObject({ ok: true });
    expect(await cardsAsked(ronald, "Ronald", asked("vel"))).toMatchObject({ ok: true });
    expect(await prisma().callbackCard.count({ where: { taskId } })).toBe(1);
    const henk = await colleague("caretaker", "Henk", []);
    for (const words of [`taak=${taskId}`, "vel", "", "taak=x", "taak=99999999999", "bezoek=1"])
      expect(await cardsAsked(henk, "Henk", asked(words))).toMatchObject({ ok: false, code: "not-found" });
  });

  it("are made of a visit, with a code of its own that finds the case", async () => {
    const { door, visitId } = await plannedVisit(joke, joke, today);
    expect(await cardsAsked(joke, "Joke", asked(`bezoek=${visitId}`))).toMatchObject({ ok: true });
    expect(await cardsAsked(joke, "Joke", asked(""))).toMatchObject({ ok: true });
    expect(await prisma().callbackCard.findFirst({ where: { visitId } })).toMatchObject({ tenancyId: door.tenancyId });
  });
});

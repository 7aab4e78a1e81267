import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { endArrangement } from "@/lib/cases/commands/desk/end-arrangement";
import { endHold } from "@/lib/cases/commands/desk/end-hold";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { makePromise } from "@/lib/cases/commands/desk/make-promise";
import { objectToSharing } from "@/lib/cases/commands/desk/object-to-sharing";
import { planVisit } from "@/lib/cases/commands/desk/plan-visit";
import { recordDeath } from "@/lib/cases/commands/desk/record-death";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { caseView } from "@/lib/cases/queries/case-view";
import { lastAct } from "@/lib/cases/queries/last-act";
import {
  endArrangementSchema,
  endHoldSchema,
  makeArrangementSchema,
  makePromiseSchema,
  startHoldSchema,
} from "@/lib/cases/schema/agreements";
import { addNoteSchema, logCallSchema } from "@/lib/cases/schema/calls";
import { askVisitSchema, planVisitSchema } from "@/lib/cases/schema/doors";
import { objectToSharingSchema } from "@/lib/cases/schema/duties";
import { recordDeathSchema } from "@/lib/cases/schema/people";
import { day } from "@/lib/kernel/day";
import type { Outcome } from "@/lib/kernel/outcome";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, linesToCorrect, newId, openOffice, setClock, stepOf } from "../factories/door";

const today = day("2026-03-12");
let marloes: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  anja = await colleague("consultant", "Anja");
});

const oneCharge = async ({ tenancyId }: Door) => String((await caseView(tenancyId))?.charges[0]?.id);
/** The acts of the desk that can be taken back, each as its form sends it. */
const ACTS: Readonly<Record<string, (door: Door, commandId: string) => Promise<Outcome<unknown>>>> = {
  "a call with a promise": ({ tenancyId }, commandId) =>
    logCall(
      marloes,
      logCallSchema.parse({
        commandId,
        tenancyId,
        direction: "inbound",
        outcome: "spoke",
        spokeWith: "tenant",
        said: ["promise"],
        promisedOn: "2026-03-20",
        amount: "612,40",
      }),
    ),
  "a death that family told of": ({ tenancyId }, commandId) =>
    logCall(
      marloes,
      logCallSchema.parse({
        commandId,
        tenancyId,
        direction: "inbound",
        outcome: "spoke",
        spokeWith: "other",
        said: ["heard-deceased"],
      }),
    ),
  "a promise": ({ tenancyId }, commandId) =>
    makePromise(marloes, makePromiseSchema.parse({ commandId, tenancyId, promisedOn: "2026-03-20", amount: "612,40" })),
  "an arrangement": ({ tenancyId }, commandId) =>
    makeArrangement(
      marloes,
      makeArrangementSchema.parse({ commandId, tenancyId, total: "612,40", count: "3", startsOn: "2026-04-01" }),
    ),
  "a pause": async (door, commandId) =>
    startHold(
      marloes,
      startHoldSchema.parse({
        commandId,
        tenancyId: door.tenancyId,
        reason: "dispute",
        charges: [await oneCharge(door)],
        reviewOn: "2026-03-20",
        note: "klopt niet",
      }),
    ),
  "a note for the team": ({ tenancyId }, commandId) =>
    addNote(marloes, addNoteSchema.parse({ commandId, tenancyId, text: "Let op de trap." })),
  "the day of a visit": async ({ tenancyId }, commandId) => {
    await askVisit(anja, askVisitSchema.parse({ commandId: newId(), tenancyId }));
    const { id: visitId } = await prisma().visit.findFirstOrThrow({ where: { tenancyId } });
    return planVisit(
      marloes,
      planVisitSchema.parse({ commandId, visitId, plannedFor: "2026-03-17", part: "morning", announcedBy: "card" }),
    );
  },
  "an objection to sharing": ({ tenancyId }, commandId) =>
    objectToSharing(marloes, objectToSharingSchema.parse({ commandId, tenancyId })),
  "a death that was checked": ({ tenancyId, personId }, commandId) =>
    recordDeath(marloes, recordDeathSchema.parse({ commandId, tenancyId, personId, deceasedOn: "2026-03-10" })),
};

describe("an act at the desk", () => {
  it.each(Object.keys(ACTS))("%s is taken back by who did it, the same day, and the answer is as before", async (name) => {
    const door = await behindTheDoor({ today });
    const before = await stepOf(door.tenancyId);
    const commandId = newId();
    expect(await ACTS[name]?.(door, commandId)).toMatchObject({ ok: true });
    const undo = (actor: Actor) => undoAct(actor, { commandId: newId(), undoes: commandId });
    expect(await undo(anja)).toMatchObject({ ok: false, code: "not-yours" });
    expect(await lastAct(marloes, door.tenancyId)).toMatchObject({ undoes: commandId, undone: false });
    expect(await linesToCorrect(door.tenancyId, commandId), "one line of it").toHaveLength(1);
    expect(await undo(marloes)).toMatchObject({ ok: true });
    expect(await lastAct(marloes, door.tenancyId)).toMatchObject({ undoes: null, undone: true });
    expect(await stepOf(door.tenancyId)).toEqual(before);
    expect(await undo(marloes)).toMatchObject({ ok: false, code: "already-undone" });
    // The original and its undoing both stand in the books.
    const trail = await prisma().auditEvent.findMany({ where: { tenancyId: door.tenancyId }, orderBy: { id: "asc" } });
    expect(trail.map(({ action }) => action).slice(-2)).toEqual([expect.stringMatching(/^cases\./), "cases.undoAct"]);
  });

  it.each(["a pause", "an arrangement"])("that ended %s by mistake lets it run again", async (what) => {
    const door = await behindTheDoor({ today });
    const made = await ACTS[what]?.(door, newId());
    const running = await stepOf(door.tenancyId);
    const ids = made?.ok ? (made.value as { holdId?: number; arrangementId?: number }) : {};
    const commandId = newId();
    const ended = ids.holdId
      ? await endHold(marloes, endHoldSchema.parse({ commandId, holdId: ids.holdId }))
      : await endArrangement(
          marloes,
          endArrangementSchema.parse({ commandId, arrangementId: ids.arrangementId, reason: "withdrawn" }),
        );
    expect(ended).toMatchObject({ ok: true });
    expect(await linesToCorrect(door.tenancyId, commandId)).toHaveLength(1);
    expect(await stepOf(door.tenancyId)).not.toEqual(running);
    const taken = await undoAct(marloes, { commandId: newId(), undoes: commandId, reason: "Verkeerd dossier." });
    expect(taken).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toEqual(running);
  });

  it("taken back leaves no trace in what the case says", async () => {
    const door = await behindTheDoor({ today });
    const said = async () => (await caseView(door.tenancyId))?.timeline.map(({ code }) => code);
    const before = await said();
    for (const name of ["a note for the team", "a call with a promise", "a death that was checked"]) {
      const commandId = newId();
      await ACTS[name]?.(door, commandId);
      await undoAct(marloes, { commandId: newId(), undoes: commandId });
    }
    expect(await said()).toEqual(before);
    expect((await prisma().person.findUniqueOrThrow({ where: { id: door.personId } })).deceasedOn).toBeNull();
    expect(await prisma().hold.count({ where: { tenancyId: door.tenancyId, endedOn: null } })).toBe(0);
  });

  it("stays when it is of another day, or unknown", async () => {
    const door = await behindTheDoor({ today });
    const commandId = newId();
    await ACTS["a promise"]?.(door, commandId);
    await setClock("2026-03-13");
    expect(await undoAct(marloes, { commandId: newId(), undoes: commandId })).toMatchObject({ code: "too-late-to-undo" });
    await setClock(today);
    expect(await undoAct(marloes, { commandId: newId(), undoes: newId() })).toMatchObject({ code: "not-found" });
  });

  it("taken back twice at once is taken back once", async () => {
    const door = await behindTheDoor({ today });
    const commandId = newId();
    await ACTS["a promise"]?.(door, commandId);
    const both = await Promise.all([1, 2].map(() => undoAct(marloes, { commandId: newId(), undoes: commandId })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  it("that replaced a promise lets that promise run again when it is taken back", async () => {
    const door = await behindTheDoor({ today });
    await ACTS["a promise"]?.(door, newId());
    const commandId = newId();
    await ACTS["an arrangement"]?.(door, commandId);
    const running = () =>
      prisma().paymentPromise.count({ where: { tenancyId: door.tenancyId, withdrawnOn: null, undoneAt: null } });
    expect(await running()).toBe(0);
    expect(await undoAct(marloes, { commandId: newId(), undoes: commandId })).toMatchObject({ ok: true });
    expect(await running()).toBe(1);
  });

  it("found wrong on a later day does not set running again what has been over since", async () => {
    const door = await behindTheDoor({ today });
    await ACTS["a promise"]?.(door, newId());
    const commandId = newId();
    await ACTS["an arrangement"]?.(door, commandId);
    await setClock("2026-03-18");
    const taken = await undoAct(anja, { commandId: newId(), undoes: commandId, reason: "Dit was voor de buren." });
    await setClock(today);
    expect(taken).toMatchObject({ ok: true });
    expect(await prisma().paymentPromise.count({ where: { tenancyId: door.tenancyId, withdrawnOn: null } })).toBe(0);
  });

  it("that objected to sharing leaves the objection when another conversation said it as well", async () => {
    const door = await behindTheDoor({ today });
    const [first, second] = [newId(), newId()];
    const standing = () => prisma().sharingObjection.count({ where: { tenancyId: door.tenancyId, withdrawnOn: null } });
    for (const commandId of [first, second])
      await logCall(
        marloes,
        logCallSchema.parse({
          direction: "inbound",
          outcome: "spoke",
          spokeWith: "tenant",
          tenancyId: door.tenancyId,
          commandId,
          said: ["objects-sharing"],
        }),
      );
    expect(await undoAct(marloes, { commandId: newId(), undoes: first })).toMatchObject({ ok: true });
    expect(await standing()).toBe(1);
    expect(await undoAct(marloes, { commandId: newId(), undoes: second })).toMatchObject({ ok: true });
    expect(await standing()).toBe(0);
  });

  it("that gave a visit another day goes back to the day before; one planned again since is left alone", async () => {
    const door = await behindTheDoor({ today });
    await ACTS["the day of a visit"]?.(door, newId());
    const visit = () => prisma().visit.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    const { id: visitId } = await visit();
    const plan = (commandId: string, plannedFor: string) =>
      planVisit(anja, planVisitSchema.parse({ commandId, visitId, plannedFor, part: "morning", announcedBy: "phone" }));
    const [second, third] = [newId(), newId()];
    await plan(second, "2026-03-18");
    await plan(third, "2026-03-19");
    expect(await undoAct(anja, { commandId: newId(), undoes: second })).toMatchObject({ ok: false, code: "cannot-undo" });
    expect(await undoAct(anja, { commandId: newId(), undoes: third })).toMatchObject({ ok: true });
    expect((await visit()).plannedFor).toEqual(new Date("2026-03-18"));
  });
});

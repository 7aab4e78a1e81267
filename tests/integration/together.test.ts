import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { recordPreference } from "@/lib/cases/commands/desk/record-preference";
import { caseView } from "@/lib/cases/queries/case-view";
import { addNoteSchema, logCallSchema } from "@/lib/cases/schema/calls";
import { preferenceSchema } from "@/lib/cases/schema/people";
import { takeClaim } from "@/lib/claims/jobs";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";

const today = day("2026-03-12");
let anja: Actor;
let marloes: Actor;

beforeAll(async () => {
  await setClock(today);
  anja = await colleague("finance", "Anja");
  marloes = await colleague("finance", "Marloes");
});

const shownNow = async (door: Door) => (await caseView(door.tenancyId))?.shownAt;
const call = (door: Door, more: object) =>
  logCallSchema.parse({
    commandId: newId(),
    tenancyId: door.tenancyId,
    direction: "inbound",
    outcome: "spoke",
    spokeWith: "tenant",
    ...more,
  });
const callsOf = (door: Door) => prisma().attempt.count({ where: { tenancyId: door.tenancyId } });

describe("two colleagues with one case open", () => {
  it("the second is told what the first recorded meanwhile, before anything is recorded, and may then", async () => {
    const door = await behindTheDoor({ today });
    const shownAt = await shownNow(door);
    expect(await logCall(anja, call(door, { shownAt }))).toMatchObject({ ok: true });
    const second = call(door, { shownAt, said: ["wants-help"] });
    expect(await logCall(marloes, second)).toMatchObject({ ok: false, code: "changed-meanwhile", detail: { who: "Anja" } });
    expect(await callsOf(door)).toBe(1);
    expect(await logCall(marloes, { ...second, shownAt: new Date((await shownNow(door)) ?? "") })).toMatchObject({ ok: true });
    expect(await callsOf(door)).toBe(2);
  });

  it("is held up by no act of one's own, in another tab or a moment ago", async () => {
    const door = await behindTheDoor({ today });
    const shownAt = await shownNow(door);
    expect(await logCall(anja, call(door, { shownAt }))).toMatchObject({ ok: true });
    expect(await logCall(anja, call(door, { shownAt, said: ["wants-help"] }))).toMatchObject({ ok: true });
  });

  it("a colleague's note for the team changes nothing that an act rests on", async () => {
    const door = await behindTheDoor({ today });
    const shownAt = await shownNow(door);
    const note = addNoteSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, text: "Let op de trap." });
    expect(await addNote(anja, note)).toMatchObject({ ok: true });
    expect(await logCall(marloes, call(door, { shownAt }))).toMatchObject({ ok: true });
  });

  it("is held up by no wish that a colleague wrote down: it stands in no line to read", async () => {
    const door = await behindTheDoor({ today });
    const shownAt = await shownNow(door);
    const wish = preferenceSchema.parse({
      commandId: newId(),
      tenancyId: door.tenancyId,
      personId: door.personId,
      prefers: "visit",
    });
    expect(await recordPreference(anja, wish)).toMatchObject({ ok: true });
    expect(await logCall(marloes, call(door, { shownAt }))).toMatchObject({ ok: true });
  });

  it("a form that does not say when it was shown is taken as before", async () => {
    const door = await behindTheDoor({ today });
    expect(await logCall(anja, call(door, {}))).toMatchObject({ ok: true });
    expect(await logCall(marloes, call(door, {}))).toMatchObject({ ok: true });
  });
});

describe("who has a case open", () => {
  const tell = async (actor: Actor, tenancyId: number | null, more: object = {}) =>
    (await takeClaim(actor, { tenancyId, ...more }))?.claims ?? null;
  const holder = async (tenancyId: number) =>
    (await tell(marloes, null))?.find((claim) => claim.tenancyId === tenancyId)?.firstName ?? null;

  it("is the first who opened it, until the second takes it over; each has one case at a time", async () => {
    const [one, other] = [await behindTheDoor({ today }), await behindTheDoor({ today })];
    expect(await tell(anja, one.tenancyId)).toEqual([
      { tenancyId: one.tenancyId, firstName: "Anja", calling: false, mine: true },
    ]);
    expect(await tell(marloes, one.tenancyId)).toEqual([
      { tenancyId: one.tenancyId, firstName: "Anja", calling: false, mine: false },
    ]);
    await tell(anja, one.tenancyId, { calling: true });
    expect(await tell(marloes, one.tenancyId)).toMatchObject([{ firstName: "Anja", calling: true }]);
    expect(await tell(marloes, one.tenancyId, { take: true })).toMatchObject([{ firstName: "Marloes", mine: true }]);
    expect(await tell(anja, other.tenancyId)).toMatchObject([
      { tenancyId: one.tenancyId, firstName: "Marloes", mine: false },
      { tenancyId: other.tenancyId, firstName: "Anja", mine: true },
    ]);
  });

  it("is nobody a quarter of an hour after the last sign of life", async () => {
    const door = await behindTheDoor({ today });
    await tell(anja, door.tenancyId);
    expect(await holder(door.tenancyId)).toBe("Anja");
    const old = new Date(
      (await prisma().caseClaim.findUniqueOrThrow({ where: { tenancyId: door.tenancyId } })).seenAt.getTime() - 16 * 60_000,
    );
    await prisma().caseClaim.update({ where: { tenancyId: door.tenancyId }, data: { seenAt: old } });
    expect(await holder(door.tenancyId)).toBeNull();
    expect(await tell(marloes, door.tenancyId)).toMatchObject([{ firstName: "Marloes", mine: true }]);
  });

  it("is kept of no tenancy that does not exist, and of nothing that is no claim", async () => {
    expect(await tell(anja, 999_999)).not.toContainEqual(expect.objectContaining({ tenancyId: 999_999 }));
    expect(await takeClaim(anja, { tenancyId: "1; drop" })).toBeNull();
    expect(await takeClaim(anja, null)).toBeNull();
  });

  it("one of two who open it in the same second has it, and both hear the same name", async () => {
    const door = await behindTheDoor({ today });
    const heard = await Promise.all([tell(anja, door.tenancyId), tell(marloes, door.tenancyId)]);
    await Promise.all([tell(anja, door.tenancyId), tell(marloes, door.tenancyId)]);
    const [first, second] = await Promise.all([tell(anja, door.tenancyId), tell(marloes, door.tenancyId)]);
    expect(heard).toHaveLength(2);
    expect(first?.map((claim) => claim.firstName)).toEqual(second?.map((claim) => claim.firstName));
    expect(first).toHaveLength(1);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { askVisit } from "@/lib/cases/commands/desk/ask-visit";
import { planVisit } from "@/lib/cases/commands/desk/plan-visit";
import { askVisitSchema, planVisitSchema } from "@/lib/cases/schema/doors";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice } from "../factories/door";

const today = day("2026-03-12");
let joke: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  anja = await colleague("consultant", "Anja");
});

describe("a home visit that is planned", () => {
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
  async function asked(door: Door): Promise<number> {
    const answer = await ask(door);
    return answer.ok ? answer.value.visitId : 0;
  }

  it("happens once a day at one door, whichever colleague plans it", async () => {
    const door = await behindTheDoor({ today });
    const first = await asked(door);
    const second = await prisma().visit.create({
      data: {
        tenancyId: door.tenancyId,
        caseId: door.caseId,
        round: 1,
        ordinal: 9,
        purpose: "unreached",
        askedOn: new Date(today),
      },
    });
    const answers = await Promise.all([planVisit(joke, plan(first)), planVisit(anja, plan(second.id))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "visit-same-day" });
  });

  it("comes in the evening by appointment only, never on Sunday, and by two where there is a safety note", async () => {
    const door = await behindTheDoor({ today, safetyNote: "Hond" });
    const visitId = await asked(door);
    expect(await planVisit(joke, plan(visitId))).toMatchObject({
      ok: false,
      code: "gate-safety-note",
      detail: { override: "no" },
    });
    expect(await planVisit(joke, plan(visitId, { byTwo: "on", part: "evening" }))).toMatchObject({ code: "gate-outside-hours" });
    expect(await planVisit(joke, plan(visitId, { byTwo: "on", plannedFor: "2026-03-15" }))).toMatchObject({
      code: "gate-outside-hours",
    });
    expect(await planVisit(joke, plan(visitId, { byTwo: "on", plannedFor: "2026-03-11" }))).toMatchObject({ code: "day-passed" });
    expect(await planVisit(joke, plan(visitId, { byTwo: "on", part: "evening", byAppointment: "on" }))).toMatchObject({
      ok: true,
    });
    expect(await prisma().visit.findUnique({ where: { id: visitId } })).toMatchObject({
      byTwo: true,
      part: "evening",
      staffId: joke.staffId,
    });
  });

  it("on a Saturday or past its last day is planned only when somebody says that it is meant", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    expect(await planVisit(joke, plan(visitId, { plannedFor: "2026-03-14" }))).toMatchObject({ code: "no-working-day" });
    expect(await planVisit(joke, plan(visitId, { plannedFor: "2026-04-20" }))).toMatchObject({ code: "past-last-day" });
    const meant = { plannedFor: "2026-04-20", overrideNote: "Mevrouw is tot dan bij haar zus." };
    expect(await planVisit(joke, plan(visitId, meant))).toMatchObject({ ok: true });
  });

  it("is given to whoever goes, with who goes along and the hour of an appointment", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    const twice = { goes: anja.staffId, along: anja.staffId };
    expect(await planVisit(joke, plan(visitId, twice))).toMatchObject({ code: "goes-twice" });
    expect(await planVisit(joke, plan(visitId, { goes: anja.staffId, along: joke.staffId, atTime: "10:30" }))).toMatchObject({
      ok: true,
    });
    expect(await prisma().visit.findUnique({ where: { id: visitId } })).toMatchObject({
      staffId: anja.staffId,
      withStaffId: joke.staffId,
      byTwo: true,
      atTime: "10:30",
    });
  });

  it("is told of by a letter that waits to be printed, and falls through with the plan", async () => {
    const door = await behindTheDoor({ today });
    const visitId = await asked(door);
    const letters = () =>
      prisma().letter.findMany({ where: { tenancyId: door.tenancyId, kind: "announce-visit" }, orderBy: { id: "asc" } });
    const late = await planVisit(joke, plan(visitId, { announcedBy: "letter", plannedFor: "2026-03-13" }));
    expect(late).toMatchObject({ ok: false, code: "letter-too-late", detail: { day: "2026-03-16" } });
    expect(await letters()).toEqual([]);
    await planVisit(joke, plan(visitId, { announcedBy: "letter", atTime: "10:30" }));
    const about = { day: "2026-03-17", part: "morning", at: "10:30", who: "Joke de Waard" };
    expect(await letters()).toMatchObject([{ about: { ...about, who: expect.stringContaining("Joke") }, withdrawnOn: null }]);
    await planVisit(joke, plan(visitId, { announcedBy: "letter", plannedFor: "2026-03-18" }));
    expect(await letters(), "another day: the letter before says the wrong one").toMatchObject([
      { withdrawnOn: new Date(today) },
      { about: { day: "2026-03-18", at: null }, withdrawnOn: null },
    ]);
    await planVisit(joke, plan(visitId, { announcedBy: "phone", plannedFor: "2026-03-18" }));
    expect((await letters()).filter(({ withdrawnOn }) => withdrawnOn === null)).toEqual([]);
  });
});

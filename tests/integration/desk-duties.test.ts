import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { objectToSharing } from "@/lib/cases/commands/desk/object-to-sharing";
import { recordAnswer } from "@/lib/cases/commands/desk/record-answer";
import { recordDeath } from "@/lib/cases/commands/desk/record-death";
import { recordEviction } from "@/lib/cases/commands/desk/record-eviction";
import { recordLegalStep } from "@/lib/cases/commands/desk/record-legal-step";
import { report } from "@/lib/cases/commands/desk/report";
import { sendLetter } from "@/lib/cases/commands/desk/send-letter";
import { undoAct } from "@/lib/cases/commands/desk/undo-act";
import { reassess } from "@/lib/cases/commands/reassess";
import { lastAct } from "@/lib/cases/queries/last-act";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { evictionsBetween } from "@/lib/dashboard/queries/lists";
import { day } from "@/lib/kernel/day";
import { inTransaction, pool, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, linesToCorrect, newId, person, setClock, stepOf } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
let marloes: Actor;

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-05-31"));
  marloes = await colleague("finance", "Marloes");
});

const askTheRules = (door: Door) => inTransaction((db) => reassess(db, marloes, [door.tenancyId]));

/** Somebody called and nobody answered: contact was sought. */
async function sought(door: Door): Promise<void> {
  const call = { commandId: newId(), tenancyId: door.tenancyId, outcome: "not-answered", number: door.mobile };
  expect(await logCall(marloes, logCallSchema.parse(call))).toMatchObject({ ok: true });
}

/** A call, half-way March a letter, half April the report: the duty ladder walked by hand. */
async function throughTheLetter(door: Door): Promise<number> {
  await sought(door);
  await setClock("2026-03-17");
  await askTheRules(door);
  const letter = await prisma().letter.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
  expect(await sendLetter(marloes, { commandId: newId(), letterId: letter.id })).toMatchObject({ ok: true });
  return letter.id;
}
async function throughTheReport(door: Door): Promise<number> {
  await throughTheLetter(door);
  await setClock("2026-04-13");
  await askTheRules(door);
  expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "refer" });
  return (await prisma().referral.findFirstOrThrow({ where: { tenancyId: door.tenancyId } })).id;
}

describe("the written reminder", () => {
  it("is posted once by a person, and presumed delivered on the second postal day", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const letterId = await throughTheLetter(door);
    expect(await prisma().letter.findUnique({ where: { id: letterId } })).toMatchObject({
      sentOn: new Date("2026-03-17"),
      deliveredOn: new Date("2026-03-19"),
      staffId: marloes.staffId,
    });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "wait-for-answer" });
    expect(await sendLetter(marloes, { commandId: newId(), letterId })).toMatchObject({ ok: false, code: "already-sent" });
    expect(await prisma().attempt.count({ where: { tenancyId: door.tenancyId, channel: "letter" } })).toBe(1);
  });
});

describe("a letter recorded as posted that was not", () => {
  it("waits again, and no day of the law counts from it", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const letterId = await throughTheLetter(door);
    const { id: undoes } = await prisma().command.findFirstOrThrow({
      where: { tenancyId: door.tenancyId, action: "cases.sendLetter" },
    });
    const back = (more: object) => undoAct(marloes, { commandId: newId(), undoes, ...more });
    expect(await linesToCorrect(door.tenancyId, undoes)).toEqual(["letter"]);
    expect(await back({})).toMatchObject({ ok: false, code: "cannot-undo" });
    expect(await back({ reason: "Lag nog bij de printer." })).toMatchObject({ ok: true });
    expect(await prisma().letter.findUnique({ where: { id: letterId } })).toMatchObject({ sentOn: null, deliveredOn: null });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "written-reminder" });
    expect(await prisma().attempt.count({ where: { tenancyId: door.tenancyId, channel: "letter", undoneAt: null } })).toBe(0);
    expect(await sendLetter(marloes, { commandId: newId(), letterId })).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "wait-for-answer" });
  });
});

describe("the report to the municipality", () => {
  it("that did not go out is taken back with the reason alone, and waits to be made; an answered one stays", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const referralId = await throughTheReport(door);
    const [first, second, answer] = [newId(), newId(), newId()];
    const tell = (commandId: string) => report(marloes, { commandId, referralId, warmHandover: false, receipt: "portaal 12" });
    expect(await tell(first)).toMatchObject({ ok: true });
    const back = (undoes: string, reason?: string) => undoAct(marloes, { commandId: newId(), undoes, reason });
    expect(await linesToCorrect(door.tenancyId, first)).toEqual(["reported"]);
    expect(await back(first), "not in one key").toMatchObject({ ok: false, code: "cannot-undo" });
    expect(await lastAct(marloes, door.tenancyId)).toMatchObject({ undoes: null });
    expect(await back(first, "Het portaal gaf een storing.")).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "refer" });
    expect(await tell(second)).toMatchObject({ ok: true });
    await recordAnswer(marloes, { commandId: answer, referralId, result: "not-reached", answeredOn: day("2026-04-13") });
    expect(await back(second, "Toch niet.")).toMatchObject({ ok: false, code: "already-answered" });
    expect(await linesToCorrect(door.tenancyId, answer)).toEqual(["municipality-answered"]);
    expect(await back(answer, "Was van de buurvrouw.")).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "wait-for-municipality" });
    expect(await back(second, "Toch niet.")).toMatchObject({ ok: true });
  });

  it("is confirmed by a person when the four efforts are proven, and help accepted makes a pause", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const referralId = await throughTheReport(door);
    const told = await Promise.all([1, 2].map(() => report(marloes, { commandId: newId(), referralId, warmHandover: false })));
    expect(told.filter((answer) => answer.ok)).toHaveLength(1);
    expect(told.find((answer) => !answer.ok)).toMatchObject({ code: "already-reported" });
    expect(await prisma().referral.findUnique({ where: { id: referralId } })).toMatchObject({
      reportedOn: new Date("2026-04-13"),
      amountCents: 61_240n,
    });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "wait-for-municipality" });

    const answer = (more: object) =>
      recordAnswer(marloes, { commandId: newId(), referralId, result: "help-accepted", answeredOn: day("2026-04-13"), ...more });
    expect(await answer({ answeredOn: day("2026-04-12") })).toMatchObject({ code: "before-report" });
    expect(await answer({ answeredOn: day("2026-04-14") })).toMatchObject({ code: "day-ahead" });
    expect(await answer({})).toMatchObject({ ok: true });
    expect(await answer({})).toMatchObject({ code: "already-answered" });
    const hold = await prisma().hold.findFirstOrThrow({ where: { tenancyId: door.tenancyId }, include: { charges: true } });
    expect(hold).toMatchObject({ reason: "help-running", reviewOn: new Date("2026-05-11") });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "hold" });
  });

  it("is refused after an objection, and while an effort is missing", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const referralId = await throughTheReport(door);
    expect(await objectToSharing(marloes, { commandId: newId(), tenancyId: door.tenancyId })).toMatchObject({ ok: true });
    expect(await objectToSharing(marloes, { commandId: newId(), tenancyId: door.tenancyId })).toMatchObject({
      code: "already-objected",
    });
    expect(await report(marloes, { commandId: newId(), referralId, warmHandover: false })).toMatchObject({
      ok: false,
      code: "objected",
    });
    expect(await stepOf(door.tenancyId)).toMatchObject({ duty: "objection" });

    await setClock(today);
    const other = await behindTheDoor({ today });
    await setClock("2026-04-13");
    const early = await prisma().referral.create({
      data: { tenancyId: other.tenancyId, caseId: other.caseId, askedOn: new Date("2026-04-13") },
    });
    const answer = await report(marloes, { commandId: newId(), referralId: early.id, warmHandover: false });
    expect(answer).toMatchObject({ ok: false, code: "effort-missing" });
  });
});

describe("steps of law", () => {
  it("end ladder contact while they run, and give it back when they stop", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const step = (kind: "summons" | "stopped" | "eviction-notice", on: string) =>
      recordLegalStep(marloes, { commandId: newId(), tenancyId: door.tenancyId, kind, day: day(on) });
    expect(await step("summons", "2026-03-13")).toMatchObject({ ok: false, code: "day-ahead" });
    expect(await step("summons", "2026-03-11")).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "legal-running" });
    expect(await step("stopped", "2026-03-12")).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
  });

  it("recorded with the wrong tenant are taken back with the reason alone, and count nowhere", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const { tenancyId } = door;
    const wrong = { reason: "Dit was een ander contract." };
    const back = (undoes: string, more: object = {}, actor = marloes) => undoAct(actor, { commandId: newId(), undoes, ...more });
    const [summons, stopped, eviction] = [newId(), newId(), newId()];
    await recordLegalStep(marloes, { commandId: summons, tenancyId, kind: "summons", day: day("2026-03-10") });
    await recordLegalStep(marloes, { commandId: stopped, tenancyId, kind: "stopped", day: today });
    expect(await linesToCorrect(tenancyId, stopped)).toEqual(["legal"]);
    expect(await back(stopped)).toMatchObject({ ok: false, code: "cannot-undo" });
    const joke = await colleague("consultant", "Joke");
    expect(await back(stopped, wrong, joke), "who may not record it").toMatchObject({ ok: false, code: "undo-not-allowed" });
    expect(await back(stopped, wrong)).toMatchObject({ ok: true });
    expect(await stepOf(tenancyId), "what it had ended runs again").toMatchObject({ contact: "legal-running" });
    expect(await back(summons, wrong)).toMatchObject({ ok: true });
    expect(await stepOf(tenancyId)).toMatchObject({ contact: "call" });
    const evict = (commandId: string) =>
      recordEviction(marloes, { commandId, tenancyId, carriedOutOn: day("2026-03-10"), reason: "arrears", household: "single" });
    const listed = async () =>
      (await evictionsBetween(day("2026-03-10"), day("2026-03-10"))).filter((one) => one.tenancyId === tenancyId).length;
    expect(await evict(eviction)).toMatchObject({ ok: true });
    expect(await listed()).toBe(1);
    expect(await linesToCorrect(tenancyId, eviction)).toEqual(["eviction"]);
    expect(await back(eviction, wrong)).toMatchObject({ ok: true });
    expect(await listed()).toBe(0);
    expect(await evict(newId()), "it can be recorded after all").toMatchObject({ ok: true });
    expect(await listed()).toBe(1);
  });

  it("count an eviction once, on the day it was carried out", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const evict = (on: string) =>
      recordEviction(marloes, {
        commandId: newId(),
        tenancyId: door.tenancyId,
        carriedOutOn: day(on),
        reason: "arrears",
        household: "single",
      });
    expect(await evict("2026-03-13")).toMatchObject({ ok: false, code: "day-ahead" });
    const both = await Promise.all([evict("2026-03-10"), evict("2026-03-11")]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ code: "already-evicted" });
  });
});

describe("a death that was checked", () => {
  it("stops all contact with a household of one", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const death = (personId: number, on = "2026-03-10") =>
      recordDeath(marloes, { commandId: newId(), tenancyId: door.tenancyId, personId, deceasedOn: day(on) });
    expect(await death(999_999)).toMatchObject({ code: "unknown-person" });
    expect(await death(door.personId, "2026-03-13")).toMatchObject({ code: "day-ahead" });
    expect(await death(door.personId)).toMatchObject({ ok: true });
    expect(await death(door.personId)).toMatchObject({ code: "already-deceased" });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "deceased" });
    const call = logCallSchema.parse({
      commandId: newId(),
      tenancyId: door.tenancyId,
      personId: door.personId,
      outcome: "not-answered",
    });
    expect(await logCall(marloes, call)).toMatchObject({ ok: false, code: "gate-deceased" });
  });

  it("leaves the other tenant in quiet for two weeks", async () => {
    await setClock(today);
    const door = await behindTheDoor({ today });
    const spouse = await person(door.tenancyId, "co-tenant", "Jansen", "+31611119999");
    await recordDeath(marloes, {
      commandId: newId(),
      tenancyId: door.tenancyId,
      personId: door.personId,
      deceasedOn: day("2026-03-10"),
    });
    expect((await stepOf(door.tenancyId)).contact).not.toBe("deceased");
    const call = logCallSchema.parse({
      commandId: newId(),
      tenancyId: door.tenancyId,
      personId: spouse,
      outcome: "not-answered",
    });
    expect(await logCall(marloes, call)).toMatchObject({ ok: false, code: "gate-bereavement", detail: { day: "2026-03-24" } });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addNumber } from "@/lib/cases/commands/desk/add-number";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { resolveAlreadyPaid } from "@/lib/cases/commands/desk/resolve-already-paid";
import { type LogCallInput, logCallSchema } from "@/lib/cases/schema/calls";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice, person, setClock, stepOf, undoTry } from "../factories/door";

const today = day("2026-03-12");
let marloes: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  anja = await colleague("finance", "Anja");
});

const call = (door: Door, more: Record<string, unknown> = {}): LogCallInput =>
  logCallSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, outcome: "not-answered", number: door.mobile, ...more });
const spoke = (door: Door, more: Record<string, unknown> = {}) => call(door, { outcome: "spoke", spokeWith: "tenant", ...more });
const attempts = (door: Door) => prisma().attempt.count({ where: { tenancyId: door.tenancyId, undoneAt: null } });

describe("logging a call", () => {
  it("goes with the rules' new answer and its audit row: not answered this morning, so wait", async () => {
    const door = await behindTheDoor({ today });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
    const input = call(door);
    expect(await logCall(marloes, input)).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
    const [audit] = await prisma().auditEvent.findMany({ where: { tenancyId: door.tenancyId, action: "cases.logCall" } });
    expect(audit).toMatchObject({ staffId: marloes.staffId, detail: { commandId: input.commandId } });
    const attempt = await prisma().attempt.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    expect(attempt).toMatchObject({ channel: "call", part: "morning", personId: door.personId, caseId: door.caseId });
  });

  it("counts once, however often the same form is sent, also at the same moment", async () => {
    const door = await behindTheDoor({ today });
    const input = call(door);
    const answers = await Promise.all([1, 2, 3].map(() => logCall(marloes, input)));
    answers.push(await logCall(marloes, input));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await attempts(door)).toBe(1);
  });

  it("does not take a form's id for another act or colleague", async () => {
    const door = await behindTheDoor({ today });
    const input = call(door);
    await logCall(marloes, input);
    expect(await logCall(anja, input)).toMatchObject({ ok: false, code: "id-in-use" });
  });

  it("asks a second colleague why, when two call the same tenant in one morning", async () => {
    const door = await behindTheDoor({ today });
    const answers = await Promise.all([logCall(marloes, call(door)), logCall(anja, call(door))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "gate-missed-today", detail: { override: "yes" } });
    expect(await attempts(door)).toBe(1);
    const again = call(door, { overrideNote: "Zij vroeg om terug te bellen" });
    expect(await logCall(anja, again)).toMatchObject({ ok: true });
    const audit = await prisma().auditEvent.findFirst({
      where: { tenancyId: door.tenancyId, staffId: anja.staffId },
      orderBy: { id: "desc" },
    });
    expect(audit?.detail).toMatchObject({ against: ["missed-today"], overrideNote: "Zij vroeg om terug te bellen" });
  });

  it("keeps a refused call nowhere: no try, no audit row, and the same form may be sent again with a note", async () => {
    const door = await behindTheDoor({ today, representative: true });
    const input = call(door, { personId: door.personId });
    expect(await logCall(marloes, input)).toMatchObject({ ok: false, code: "gate-representative" });
    expect(await attempts(door)).toBe(0);
    expect(await prisma().auditEvent.count({ where: { tenancyId: door.tenancyId, action: "cases.logCall" } })).toBe(0);
    expect(await logCall(marloes, { ...input, overrideNote: "Bewindvoerder vroeg dit" })).toMatchObject({ ok: true });
  });

  it("calls the representative when nobody else is named", async () => {
    const door = await behindTheDoor({ today, representative: true });
    await logCall(marloes, call(door, { number: undefined }));
    const attempt = await prisma().attempt.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    expect(attempt.personId).not.toBe(door.personId);
  });

  it("refuses somebody who does not belong to the tenancy, and a tenancy that does not exist", async () => {
    const door = await behindTheDoor({ today });
    const other = await behindTheDoor({ today });
    expect(await logCall(marloes, call(door, { personId: other.personId }))).toMatchObject({ ok: false, code: "unknown-person" });
    expect(await logCall(marloes, call({ ...door, tenancyId: 999_999 }))).toMatchObject({ ok: false, code: "not-found" });
  });

  it("stops using a number that is dead or wrong, and finds the problem", async () => {
    const door = await behindTheDoor({ today });
    await logCall(marloes, call(door, { outcome: "number-dead" }));
    const [number] = await prisma().contactPoint.findMany({ where: { personId: door.personId } });
    expect(number).toMatchObject({ quality: "dead" });
    expect(await prisma().dataProblem.count({ where: { tenancyId: door.tenancyId, kind: "number-dead", endedOn: null } })).toBe(
      1,
    );
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "caretaker" });
  });

  it("lets a number that works again come back, and the problem end", async () => {
    const door = await behindTheDoor({ today });
    await logCall(marloes, call(door, { outcome: "number-dead" }));
    const { tenancyId, personId, mobile } = door;
    expect(await addNumber(marloes, { commandId: newId(), tenancyId, personId, number: `0${mobile.slice(3)}` })).toMatchObject({
      ok: true,
    });
    expect(await stepOf(tenancyId)).toMatchObject({ contact: "call" });
    expect(await addNumber(marloes, { commandId: newId(), tenancyId, personId, number: mobile })).toMatchObject({
      code: "number-known",
    });
    expect(await addNumber(marloes, { commandId: newId(), tenancyId, personId, number: "geen idee" })).toMatchObject({
      code: "not-a-number",
    });
  });
});

describe("what was said in a call", () => {
  it("records a promise in the same go, and waits for its day", async () => {
    const door = await behindTheDoor({ today });
    const said = { said: "promise", promisedOn: "2026-03-20", amount: "612,40" };
    expect(await logCall(marloes, spoke(door, said))).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "promise-pending" });
    const promise = await prisma().paymentPromise.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    expect(promise).toMatchObject({ amountCents: 61_240n, caseId: door.caseId });
    expect(promise.attemptId).not.toBeNull();
  });

  it("keeps neither call nor promise when the promise lies too far away", async () => {
    const door = await behindTheDoor({ today });
    const answer = await logCall(marloes, spoke(door, { said: "promise", promisedOn: "2026-04-20", amount: "612,40" }));
    expect(answer).toMatchObject({ ok: false, code: "promise-too-far", detail: { days: 14, until: "2026-03-26" } });
    expect(await attempts(door)).toBe(0);
  });

  it("sends who cannot pay to a home visit", async () => {
    const door = await behindTheDoor({ today });
    await logCall(marloes, spoke(door, { said: ["cannot-pay", "wants-help"] }));
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "payment-problem" });
    expect(await prisma().visit.count({ where: { tenancyId: door.tenancyId, purpose: "payment-problem" } })).toBe(1);
  });

  it("lets finance search what is said to be paid, and call back when it is not found", async () => {
    const door = await behindTheDoor({ today });
    await logCall(marloes, spoke(door, { said: "already-paid", detail: "Op 2 maart, rekening op 123" }));
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-bank" });
    const said = await prisma().disclosure.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    expect(said.detail).toBe("Op 2 maart, rekening op 123");
    const resolve = () => resolveAlreadyPaid(marloes, { commandId: newId(), disclosureId: said.id, resolution: "not-found" });
    expect(await resolve()).toMatchObject({ ok: true });
    expect(await resolve()).toMatchObject({ ok: false, code: "already-resolved" });
    expect((await stepOf(door.tenancyId)).contact).not.toBe("wait-for-bank");
  });

  it("pauses everything when somebody heard that the tenant died, without taking it as true", async () => {
    const door = await behindTheDoor({ today });
    await logCall(marloes, call(door, { outcome: "someone-else", said: "heard-deceased" }));
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "hold" });
    expect(await prisma().person.findUnique({ where: { id: door.personId } })).toMatchObject({ deceasedOn: null });
    expect(await prisma().dataProblem.count({ where: { tenancyId: door.tenancyId, kind: "deceased-unverified" } })).toBe(1);
  });

  it("remembers who is away, and refuses a day that has passed", async () => {
    const door = await behindTheDoor({ today });
    expect(await logCall(marloes, spoke(door, { said: "away-until", awayUntil: "2026-03-11" }))).toMatchObject({
      code: "day-passed",
    });
    await logCall(marloes, spoke(door, { said: ["away-until", "objects-sharing"], awayUntil: "2026-03-25" }));
    expect((await prisma().person.findUniqueOrThrow({ where: { id: door.personId } })).awayUntil).toEqual(new Date("2026-03-25"));
    expect(await prisma().sharingObjection.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
  });

  it("counts a call back by the code on the card, and refuses another's code", async () => {
    const door = await behindTheDoor({ today });
    const other = await behindTheDoor({ today });
    const card = (tenancyId: number, code: string) => prisma().callbackCard.create({ data: { tenancyId, code } });
    await card(door.tenancyId, "tulp 384");
    await card(other.tenancyId, "boom 555");
    const inbound = (code: string) => spoke(door, { direction: "inbound", cardCode: code });
    expect(await logCall(marloes, inbound("boom 555"))).toMatchObject({ ok: false, code: "unknown-code" });
    expect(await prisma().callbackCard.findUnique({ where: { code: "boom 555" } })).toMatchObject({ calledBackOn: null });
    expect(await logCall(marloes, inbound("Tulp384"))).toMatchObject({ ok: true });
    expect((await prisma().callbackCard.findUniqueOrThrow({ where: { code: "tulp 384" } })).calledBackOn).toEqual(
      new Date(today),
    );
  });
});

describe("undoing a call", () => {
  it("takes back everything it changed; the original stays on record", async () => {
    const door = await behindTheDoor({ today });
    const before = await stepOf(door.tenancyId);
    const said = { said: ["promise", "away-until"], promisedOn: "2026-03-20", amount: "612,40", awayUntil: "2026-03-25" };
    const logged = await logCall(marloes, spoke(door, said));
    const attemptId = logged.ok ? logged.value.attemptId : 0;
    expect(await undoTry(anja, attemptId)).toMatchObject({ code: "not-yours" });
    expect(await undoTry(marloes, attemptId)).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toEqual(before);
    expect((await prisma().person.findUniqueOrThrow({ where: { id: door.personId } })).awayUntil).toBeNull();
    expect(await prisma().attempt.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
    expect(await undoTry(marloes, attemptId)).toMatchObject({ code: "already-undone" });
  });

  it("lets a number that was marked dead by mistake be called again", async () => {
    const door = await behindTheDoor({ today });
    const logged = await logCall(marloes, call(door, { outcome: "wrong-number" }));
    await undoTry(marloes, logged.ok ? logged.value.attemptId : 0);
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
  });

  it("is for the same day only", async () => {
    const door = await behindTheDoor({ today });
    const logged = await logCall(marloes, call(door));
    await setClock("2026-03-13");
    const late = await undoTry(marloes, logged.ok ? logged.value.attemptId : 0);
    await setClock(today);
    expect(late).toMatchObject({ ok: false, code: "too-late-to-undo" });
  });
});

describe("home and garage", () => {
  it("are one call: what was tried for the one counts for the other", async () => {
    const home = await behindTheDoor({ today });
    const garage = await behindTheDoor({ today });
    await prisma().tenancyPerson.create({
      data: { tenancyId: garage.tenancyId, personId: home.personId, role: "co-tenant", recordedAt: new Date("2020-01-01") },
    });
    await logCall(marloes, call(home));
    expect(await stepOf(garage.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
    expect(await logCall(anja, call(garage, { personId: home.personId, number: home.mobile }))).toMatchObject({
      code: "gate-missed-today",
    });
  });

  it("are called about by who may hear it only", async () => {
    const door = await behindTheDoor({ today });
    const daughter = await person(door.tenancyId, "contact", "Jansen", "+31612340000");
    expect(await logCall(marloes, call(door, { personId: daughter, number: "+31612340000" }))).toMatchObject({ ok: true });
  });
});

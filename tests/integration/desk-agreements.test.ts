import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { endArrangement } from "@/lib/cases/commands/desk/end-arrangement";
import { endHold } from "@/lib/cases/commands/desk/end-hold";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { makeArrangement } from "@/lib/cases/commands/desk/make-arrangement";
import { makePromise } from "@/lib/cases/commands/desk/make-promise";
import { startHold } from "@/lib/cases/commands/desk/start-hold";
import { reassess } from "@/lib/cases/commands/reassess";
import { makeArrangementSchema, makePromiseSchema, startHoldSchema } from "@/lib/cases/schema/agreements";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { day } from "@/lib/kernel/day";
import { inTransaction, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice, pays, RENT, setClock, stepOf } from "../factories/door";

const today = day("2026-03-12");
let marloes: Actor;
let anja: Actor;

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  anja = await colleague("consultant", "Anja");
});

const promise = (door: Door, more: object = {}) =>
  makePromiseSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, promisedOn: "2026-03-20", amount: "612,40", ...more });
const arrangement = (door: Door, more: object = {}) =>
  makeArrangementSchema.parse({
    commandId: newId(),
    tenancyId: door.tenancyId,
    total: "612,40",
    count: "3",
    startsOn: "2026-04-01",
    ...more,
  });
const charges = async (door: Door) =>
  (
    await prisma().ledgerEntry.findMany({
      where: { tenancyId: door.tenancyId, kind: "charge" },
      orderBy: { bookedOn: "desc" },
      take: 1,
    })
  ).map(({ id }) => String(id));
const hold = (door: Door, ids: string[], more: object = {}) =>
  startHoldSchema.parse({
    commandId: newId(),
    tenancyId: door.tenancyId,
    reason: "dispute",
    charges: ids,
    reviewOn: "2026-04-09",
    ...more,
  });

describe("a promise", () => {
  it("is weighed once when two colleagues record one at the same moment", async () => {
    const door = await behindTheDoor({ today });
    const answers = await Promise.all([makePromise(marloes, promise(door)), makePromise(anja, promise(door))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "promise-running", detail: { until: "2026-03-20" } });
    expect(await prisma().paymentPromise.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
  });

  it("is the last after the second broken one", async () => {
    const door = await behindTheDoor({ today, unpaid: 1 });
    for (const on of ["2026-03-12", "2026-03-17"]) {
      if (on !== today) await setClock(on);
      expect(await makePromise(marloes, promise(door, { promisedOn: on }))).toMatchObject({ ok: true });
    }
    await setClock("2026-03-23");
    const third = await makePromise(marloes, promise(door, { promisedOn: "2026-03-25" }));
    await setClock(today);
    expect(third).toMatchObject({ ok: false, code: "promises-used-up", detail: { count: 2 } });
  });

  it("is refused when the case closed under one's hands, and nothing is kept", async () => {
    const door = await behindTheDoor({ today });
    await pays(door.tenancyId, RENT, day("2026-03-11"));
    await inTransaction((db) => reassess(db, marloes, [door.tenancyId]));
    expect(await makePromise(marloes, promise(door))).toMatchObject({ ok: false, code: "case-closed" });
    expect(await makeArrangement(marloes, arrangement(door))).toMatchObject({ ok: false, code: "case-closed" });
    expect(await prisma().command.count({ where: { tenancyId: door.tenancyId } })).toBe(0);
  });

  it("is refused above what is open", async () => {
    const door = await behindTheDoor({ today });
    expect(await makePromise(marloes, promise(door, { amount: "612,41" }))).toMatchObject({ code: "more-than-open" });
  });
});

describe("an arrangement", () => {
  it("spreads the total to the cent over months, is watched, and takes the place of a promise", async () => {
    const door = await behindTheDoor({ today });
    await makePromise(marloes, promise(door));
    expect(await makeArrangement(marloes, arrangement(door))).toMatchObject({ ok: true, value: { instalments: 3 } });
    const made = await prisma().arrangement.findFirstOrThrow({
      where: { tenancyId: door.tenancyId },
      include: { instalments: { orderBy: { ordinal: "asc" } } },
    });
    expect(made.instalments.map((one) => Number(one.amountCents))).toEqual([20_414, 20_413, 20_413]);
    expect(made.instalments.map((one) => one.dueOn.toISOString().slice(0, 10))).toEqual([
      "2026-04-01",
      "2026-05-01",
      "2026-06-01",
    ]);
    expect(await prisma().paymentPromise.findFirstOrThrow({ where: { tenancyId: door.tenancyId } })).toMatchObject({
      withdrawnOn: new Date(today),
    });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "arrangement-kept" });
  });

  it("runs one at a time, and ends once", async () => {
    const door = await behindTheDoor({ today });
    const answers = await Promise.all([makeArrangement(marloes, arrangement(door)), makeArrangement(anja, arrangement(door))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "arrangement-running" });
    const { id } = await prisma().arrangement.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    const end = () => endArrangement(marloes, { commandId: newId(), arrangementId: id, reason: "withdrawn" });
    expect(await end()).toMatchObject({ ok: true });
    expect(await end()).toMatchObject({ ok: false, code: "arrangement-ended" });
    expect((await stepOf(door.tenancyId)).contact).not.toBe("arrangement-kept");
  });
});

describe("a pause", () => {
  it("covers the charges named, until a review day, and ends once", async () => {
    const door = await behindTheDoor({ today });
    const started = await startHold(marloes, hold(door, await charges(door)));
    expect(started).toMatchObject({ ok: true });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "hold", duty: "paused" });
    const end = () => endHold(marloes, { commandId: newId(), holdId: started.ok ? Number(started.value.holdId) : 0 });
    expect(await end()).toMatchObject({ ok: true });
    expect(await end()).toMatchObject({ ok: false, code: "hold-ended" });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
  });

  it("is refused for a month that is paid, of another tenancy, or paused already", async () => {
    const door = await behindTheDoor({ today });
    const other = await behindTheDoor({ today });
    expect(await startHold(marloes, hold(door, await charges(other)))).toMatchObject({ code: "unknown-charge" });
    const paid = await prisma().ledgerEntry.findFirstOrThrow({
      where: { tenancyId: door.tenancyId, kind: "charge" },
      orderBy: { bookedOn: "asc" },
    });
    expect(await startHold(marloes, hold(door, [String(paid.id)]))).toMatchObject({ code: "unknown-charge" });
    const both = await Promise.all([
      startHold(marloes, hold(door, await charges(door))),
      startHold(anja, hold(door, await charges(door))),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ code: "already-held" });
  });

  it("always has a day on which somebody looks again, and not far away", async () => {
    const door = await behindTheDoor({ today });
    const ids = await charges(door);
    expect(await startHold(marloes, hold(door, ids, { reviewOn: "2026-03-12" }))).toMatchObject({ code: "day-passed" });
    expect(await startHold(marloes, hold(door, ids, { reviewOn: "2027-03-12" }))).toMatchObject({
      code: "hold-too-long",
      detail: { days: 92 },
    });
  });

  it("that waited for a death to be checked ends the question with it", async () => {
    const door = await behindTheDoor({ today });
    await logCall(
      marloes,
      logCallSchema.parse({ commandId: newId(), tenancyId: door.tenancyId, outcome: "someone-else", said: "heard-deceased" }),
    );
    const { id } = await prisma().hold.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });
    await endHold(marloes, { commandId: newId(), holdId: id, note: "Zoon belde: het was de buurvrouw." });
    expect(
      await prisma().dataProblem.count({ where: { tenancyId: door.tenancyId, kind: "deceased-unverified", endedOn: null } }),
    ).toBe(0);
    expect(await prisma().caseNote.findFirst({ where: { tenancyId: door.tenancyId } })).toMatchObject({
      staffId: marloes.staffId,
      caseId: door.caseId,
    });
  });
});

describe("a note", () => {
  it("is kept with who wrote it, once", async () => {
    const door = await behindTheDoor({ today });
    const note = { commandId: newId(), tenancyId: door.tenancyId, text: "Belt liever zelf." };
    await Promise.all([addNote(marloes, note), addNote(marloes, note)]);
    expect(await prisma().caseNote.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
  });
});

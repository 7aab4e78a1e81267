import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { logCall } from "@/lib/cases/commands/desk/log-call";
import { makePromise } from "@/lib/cases/commands/desk/make-promise";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { settleMessage } from "@/lib/cases/commands/desk/settle-message";
import { reassess } from "@/lib/cases/commands/reassess";
import { loadFacts } from "@/lib/cases/queries/facts";
import { logCallSchema } from "@/lib/cases/schema/calls";
import { sendWaiting } from "@/lib/contact/commands/send";
import { day } from "@/lib/kernel/day";
import { cents } from "@/lib/kernel/money";
import { inTransaction, prisma, sqlOf } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice, pays, RENT, setClock, stepOf, undoTry } from "../factories/door";
import { closedAddress, Gateway, report } from "../factories/gateway";

const today = day("2026-03-12");
let marloes: Actor;
const gateway = new Gateway();

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  await prisma().setting.create({
    data: { key: "corporation", value: { name: "Wonen Maasstede", teamNumber: "010 012 40 00" } },
  });
  await gateway.open();
});
beforeEach(() => gateway.reset());
afterAll(() => gateway.close());

const write = (door: Door, more: object = {}) =>
  sendSms(marloes, { commandId: newId(), tenancyId: door.tenancyId, personId: door.personId, number: door.mobile, ...more });
const messageOf = (door: Door) =>
  prisma().outboxMessage.findFirstOrThrow({ where: { tenancyId: door.tenancyId }, orderBy: { id: "desc" } });
const attemptOf = (door: Door) =>
  prisma().attempt.findFirstOrThrow({ where: { tenancyId: door.tenancyId, channel: "sms" }, orderBy: { id: "desc" } });
const askTheRules = (door: Door) => inTransaction((db) => reassess(db, marloes, [door.tenancyId]));

describe("a message", () => {
  it("waits in the outbox, leaves once through the gateway, and is delivered when the gateway says so", async () => {
    const door = await behindTheDoor({ today, lastName: "Özdemir" });
    expect(await write(door)).toMatchObject({ ok: true, value: { waits: false } });
    expect(await messageOf(door)).toMatchObject({ status: "queued" });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "wait-for-contact" });
    expect(await Promise.all([sendWaiting(), sendWaiting()])).toContainEqual({ sent: 1, cancelled: 0, uncertain: 0 });
    expect(gateway.received).toHaveLength(1);
    expect(gateway.received[0]).toMatchObject({
      to: door.mobile,
      text: expect.stringContaining("Goedemorgen mevrouw Özdemir, met Marloes van Wonen Maasstede."),
    });
    const sent = await messageOf(door);
    expect(sent).toMatchObject({ status: "sent", providerId: "provider-1" });
    expect((await report(sent.reference, "delivered")).status).toBe(204);
    expect(await messageOf(door)).toMatchObject({ status: "delivered" });
    expect(await attemptOf(door)).toMatchObject({ outcome: "delivered" });
  });

  it("is written once, however often the form is sent, and one waits at a time", async () => {
    const door = await behindTheDoor({ today });
    const commandId = newId();
    await Promise.all([write(door, { commandId }), write(door, { commandId }), write(door, { commandId })]);
    expect(await prisma().outboxMessage.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
    expect(await write(door)).toMatchObject({ ok: false, code: "sms-waiting" });
    await sendWaiting();
    expect(gateway.received).toHaveLength(1);
  });

  it("is refused to a landline, to who opted out, to an unknown number, and where no gateway is set up", async () => {
    const door = await behindTheDoor({ today });
    expect(await write(door, { number: "+31612121212" })).toMatchObject({ code: "unknown-number" });
    await prisma().person.update({ where: { id: door.personId }, data: { smsOptOut: true } });
    expect(await write(door)).toMatchObject({ code: "gate-opted-out", detail: { override: "no" } });
    await prisma().person.update({ where: { id: door.personId }, data: { smsOptOut: false } });
    await prisma().contactPoint.updateMany({ where: { personId: door.personId }, data: { kind: "landline" } });
    expect(await write(door)).toMatchObject({ code: "gate-not-mobile" });
    delete process.env.SMS_GATEWAY_URL;
    expect(await write(door)).toMatchObject({ code: "no-gateway" });
  });

  it("is stopped on its way out when the tenant paid, promised or spoke since it was written", async () => {
    const [paid, promised, spoke, undone] = (await Promise.all([1, 2, 3, 4].map(() => behindTheDoor({ today })))) as [
      Door,
      Door,
      Door,
      Door,
    ];
    for (const door of [paid, promised, spoke]) await write(door);
    const draft = await write(undone);
    await pays(paid.tenancyId, RENT / 2, today);
    await prisma().ledgerEntry.count();
    await makePromise(marloes, {
      commandId: newId(),
      tenancyId: promised.tenancyId,
      promisedOn: day("2026-03-20"),
      amount: cents(RENT),
      incomeDay: false,
    });
    await logCall(
      marloes,
      logCallSchema.parse({
        commandId: newId(),
        tenancyId: spoke.tenancyId,
        direction: "inbound",
        outcome: "spoke",
        spokeWith: "tenant",
      }),
    );
    await undoTry(marloes, draft.ok ? draft.value.attemptId : 0);
    await sendWaiting();
    expect(gateway.received).toHaveLength(0);
    const why = await Promise.all([paid, promised, spoke, undone].map(messageOf));
    expect(why.map(({ status, blockedBy }) => [status, blockedBy])).toEqual([
      ["cancelled", "paid-since"],
      ["cancelled", "promise-since"],
      ["cancelled", "spoke-today"],
      ["cancelled", "undone"],
    ]);
    expect(await attemptOf(promised)).toMatchObject({ outcome: "cancelled" });
  });

  it("written on a Sunday waits until Monday morning, and counts from then", async () => {
    const door = await behindTheDoor({ today });
    await setClock("2026-03-15");
    expect(await write(door)).toMatchObject({ ok: true, value: { waits: true } });
    expect(await sendWaiting()).toMatchObject({ sent: 0 });
    expect(await messageOf(door)).toMatchObject({ status: "queued" });
    await setClock("2026-03-16");
    expect(await sendWaiting()).toMatchObject({ sent: 1 });
    expect((await attemptOf(door)).day).toEqual(new Date("2026-03-16"));
    await setClock(today);
  });
});

describe("a gateway with faults", () => {
  it("that hangs up or answers 500, 503 or 408 may have sent it: uncertain, and never sent again by itself", async () => {
    for (const fault of [{ status: 500 }, { status: 503 }, { status: 408 }, { status: 0, hangUp: true }]) {
      const door = await behindTheDoor({ today });
      await write(door);
      gateway.manner = () => fault;
      expect(await sendWaiting()).toMatchObject({ uncertain: 1 });
      gateway.manner = () => ({ status: 202 });
      expect(await sendWaiting()).toEqual({ sent: 0, cancelled: 0, uncertain: 0 });
      const left = await messageOf(door);
      expect(left).toMatchObject({ status: "uncertain" });
      const settle = () => settleMessage(marloes, { commandId: newId(), messageId: left.id, verdict: "not-sent" });
      expect(await settle()).toMatchObject({ ok: true });
      expect(await settle()).toMatchObject({ ok: false, code: "message-settled" });
      expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
    }
  });

  it("that is down never had it: the message waits and leaves when it is back", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    const url = process.env.SMS_GATEWAY_URL;
    process.env.SMS_GATEWAY_URL = await closedAddress();
    expect(await sendWaiting()).toMatchObject({ sent: 0, uncertain: 0 });
    expect(await messageOf(door)).toMatchObject({ status: "queued" });
    process.env.SMS_GATEWAY_URL = url;
    expect(await sendWaiting()).toMatchObject({ sent: 1 });
    expect(gateway.received).toHaveLength(1);
  });

  it("that refuses the number gives the case back the same day, with the problem to solve", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    gateway.manner = () => ({ status: 400 });
    await sendWaiting();
    expect(await messageOf(door)).toMatchObject({ status: "undelivered" });
    expect(
      await prisma().dataProblem.count({ where: { tenancyId: door.tenancyId, kind: "sms-undelivered", endedOn: null } }),
    ).toBe(1);
    await askTheRules(door);
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
  });

  it("that reports before it answers is believed", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    gateway.manner = async (reference) => {
      expect((await report(reference, "delivered")).status).toBe(204);
      return { status: 202 };
    };
    await sendWaiting();
    expect(await messageOf(door)).toMatchObject({ status: "delivered" });
  });

  it("a sender that dies between claim and answer leaves the message uncertain, not sent twice", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    await prisma().outboxMessage.updateMany({
      where: { tenancyId: door.tenancyId },
      data: { status: "sending", claimedAt: new Date("2026-03-12T09:00:00Z") },
    });
    expect(await sendWaiting()).toEqual({ sent: 0, cancelled: 0, uncertain: 1 });
    expect(gateway.received).toHaveLength(0);
    expect(await attemptOf(door)).toMatchObject({ outcome: "uncertain" });
  });
});

describe("delivery reports", () => {
  it("count once, in whatever order, and what was delivered stays so", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    await sendWaiting();
    const { reference, id } = await messageOf(door);
    await Promise.all([1, 2, 3].map(() => report(reference, "delivered")));
    expect((await report(reference, "undelivered", { at: "2026-03-12T09:00:00.000Z" })).status).toBe(204);
    expect(await messageOf(door)).toMatchObject({ status: "delivered" });
    expect(await prisma().messageReport.count({ where: { messageId: id } })).toBe(2);
  });

  it("of a message that could not be delivered give the case back", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    await sendWaiting();
    const { reference } = await messageOf(door);
    await report(reference, "undelivered");
    expect(await attemptOf(door)).toMatchObject({ outcome: "undelivered" });
    await askTheRules(door);
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "call" });
    expect(await prisma().dataProblem.count({ where: { tenancyId: door.tenancyId, kind: "sms-undelivered" } })).toBe(1);
  });

  it("that came later change nothing about what was known on an earlier morning", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    await sendWaiting();
    await setClock("2026-03-16");
    await report((await messageOf(door)).reference, "undelivered");
    const known = async (on: string) => {
      const scope = {
        day: day(on),
        part: "morning",
        knownAt: new Date(`${on}T04:00:00Z`),
        tenancyIds: [door.tenancyId],
      } as const;
      const [facts] = await loadFacts(sqlOf(prisma()), scope);
      return facts?.attempts.map((attempt) => attempt.outcome);
    };
    expect(await known("2026-03-13")).toEqual(["sent"]);
    expect(await known("2026-03-17")).toEqual(["undelivered"]);
    await setClock(today);
  });

  it("without the right signature, unreadable, or about an unknown message change nothing", async () => {
    const door = await behindTheDoor({ today });
    await write(door);
    await sendWaiting();
    const { reference } = await messageOf(door);
    expect((await report(reference, "delivered", { signature: "00" })).status).toBe(401);
    expect((await report(reference, "delivered", { signature: "f".repeat(64) })).status).toBe(401);
    expect((await report(reference, "eaten")).status).toBe(400);
    expect((await report(newId(), "delivered")).status).toBe(404);
    expect(await messageOf(door)).toMatchObject({ status: "sent" });
  });
});

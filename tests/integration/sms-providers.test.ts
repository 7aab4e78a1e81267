import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { sendWaiting } from "@/lib/contact/commands/send";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import {
  cmAnswer,
  cmReport,
  type Manner,
  ProviderGateway,
  twilioAnswer,
  twilioRefusal,
  twilioReport,
} from "../factories/providers";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
const SECRET = "a secret in the address";
const TOKEN = "12345678901234567890123456789012";
const gateway = new ProviderGateway();
let marloes: Actor;
const environment = { ...process.env };

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  marloes = await colleague("finance", "Marloes");
  await prisma().setting.create({
    data: { key: "corporation", value: { name: "Wonen Maasstede", teamNumber: "010 012 40 00" } },
  });
  await gateway.open();
});
beforeEach(() => {
  process.env = {
    ...environment,
    SMS_GATEWAY_URL: gateway.address,
    SMS_SENDER: "Maasstede",
    SMS_REPORT_SECRET: SECRET,
    NEXTAUTH_URL: "https://aanbel.voorbeeld.nl",
  };
  gateway.received = [];
});
afterAll(() => {
  process.env = environment;
  gateway.close();
});

const write = (door: Door) =>
  sendSms(marloes, { commandId: newId(), tenancyId: door.tenancyId, personId: door.personId, number: door.mobile });
const messageOf = (door: Door) =>
  prisma().outboxMessage.findFirstOrThrow({ where: { tenancyId: door.tenancyId }, orderBy: { id: "desc" } });
/** Writes one message and lets it leave while the gateway behaves so. */
async function sent(manner: Manner | ((reference: string) => Manner)) {
  const door = await behindTheDoor({ today });
  expect(await write(door)).toMatchObject({ ok: true });
  const { reference } = await messageOf(door);
  gateway.manner = typeof manner === "function" ? manner(reference) : manner;
  await sendWaiting();
  return { door, reference, message: await messageOf(door) };
}

describe("CM.com", () => {
  beforeEach(() => {
    process.env.SMS_PROVIDER = "cm";
    process.env.CM_PRODUCT_TOKEN = "00000000-1111-2222-3333-444444444444";
  });

  it("gets the message in its own shape, with our reference and the sender, and the number as it writes them", async () => {
    const { door, reference, message } = await sent((it) => ({ status: 200, body: cmAnswer(it) }));
    expect(message).toMatchObject({ status: "sent" });
    expect(gateway.received).toHaveLength(1);
    expect(gateway.received[0]).toMatchObject({ path: "/v1.0/message", type: "application/json" });
    expect(JSON.parse(gateway.received[0]?.body ?? "")).toEqual({
      messages: {
        authentication: { productToken: "00000000-1111-2222-3333-444444444444" },
        msg: [
          {
            allowedChannels: ["SMS"],
            from: "Maasstede",
            to: [{ number: door.mobile.replace("+", "00") }],
            body: { type: "auto", content: expect.stringContaining("010 012 40 00") },
            reference,
            minimumNumberOfMessageParts: 1,
            maximumNumberOfMessageParts: 8,
          },
        ],
      },
    });
  });

  it.each([
    ["a message it refuses", { status: 200, body: cmAnswer("x", 303) }, "undelivered"],
    ["a request it cannot use", { status: 400, body: cmAnswer("x", 0, 201) }, "undelivered"],
    ["a token it does not know", { status: 401, body: cmAnswer("x", 0, 101) }, "queued"],
    ["a balance that is too low", { status: 400, body: cmAnswer("x", 0, 103) }, "queued"],
    ["too many at once", { status: 429, body: "" }, "queued"],
    ["a fault of its own", { status: 500, body: "" }, "uncertain"],
    ["a code of a fault of its own", { status: 200, body: cmAnswer("x", 999) }, "uncertain"],
    ["a fault in between", { status: 503, body: "<html>" }, "uncertain"],
    ["an answer that breaks off", { status: 200, body: '{"messages":[{"status":"Acc' }, "uncertain"],
    ["a line that goes dead after it took it", { status: 0, body: "", hangUp: true }, "uncertain"],
    ["an answer without a word on the message", { status: 200, body: {} }, "uncertain"],
  ] as const)("after %s the message is what is surely known of it", async (_what, manner, status) => {
    const { message } = await sent(manner);
    expect(message.status).toBe(status);
    await prisma().outboxMessage.updateMany({ where: { status: "queued" }, data: { status: "cancelled" } });
  });

  it.each([
    ["0", "sent"],
    ["1", "undelivered"],
    ["2", "delivered"],
    ["3", "undelivered"],
    ["4", "delivered"],
    ["99", "sent"],
  ])("its report with status %s leaves it %s", async (code, status) => {
    const { door, reference } = await sent((it) => ({ status: 200, body: cmAnswer(it) }));
    expect((await cmReport(reference, code, SECRET)).status).toBe(204);
    expect(await messageOf(door)).toMatchObject({ status });
  });

  it("its report counts once, in a list too, keeps what was delivered, and counts for nothing without the secret", async () => {
    const { door, reference } = await sent((it) => ({ status: 200, body: cmAnswer(it) }));
    expect((await cmReport(reference, "2", "guessed")).status).toBe(401);
    expect(await messageOf(door)).toMatchObject({ status: "sent" });
    expect((await cmReport(reference, "2", SECRET, "list")).status).toBe(204);
    expect((await cmReport(reference, "2", SECRET)).status).toBe(204);
    expect((await cmReport(reference, "3", SECRET)).status).toBe(204);
    expect(await messageOf(door)).toMatchObject({ status: "delivered" });
    expect((await cmReport("no-uuid", "2", SECRET)).status).toBe(404);
    expect((await cmReport(newId(), "2", SECRET)).status).toBe(404);
  });
});

describe("Twilio", () => {
  beforeEach(() => {
    process.env.SMS_PROVIDER = "twilio";
    process.env.TWILIO_ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
    process.env.TWILIO_AUTH_TOKEN = TOKEN;
  });
  const callbackOf = (body: string | undefined) => new URLSearchParams(body).get("StatusCallback") ?? "";

  it("gets the message as a form, signed in, with the address to report to", async () => {
    const { door, reference, message } = await sent({ status: 201, body: twilioAnswer("SM1") });
    expect(message).toMatchObject({ status: "sent", providerId: "SM1" });
    const [request] = gateway.received;
    expect(request).toMatchObject({
      path: "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json",
      authorization: `Basic ${Buffer.from(`AC0123456789abcdef0123456789abcdef:${TOKEN}`).toString("base64")}`,
      type: "application/x-www-form-urlencoded",
    });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: door.mobile,
      From: "Maasstede",
      Body: expect.stringContaining("Wonen Maasstede"),
      StatusCallback: `https://aanbel.voorbeeld.nl/api/sms/report?reference=${reference}`,
    });
  });

  it.each([
    ["a landline", { status: 400, body: twilioRefusal(21614) }, "undelivered"],
    ["somebody who opted out there", { status: 400, body: twilioRefusal(21610) }, "undelivered"],
    ["a token it does not know", { status: 401, body: twilioRefusal(20003) }, "queued"],
    ["too many at once", { status: 429, body: twilioRefusal(20429) }, "queued"],
    ["a fault of its own", { status: 500, body: twilioRefusal(20500) }, "uncertain"],
    ["a refusal of something in between", { status: 400, body: "<html>bad request</html>" }, "uncertain"],
    ["an answer that breaks off", { status: 201, body: '{"sid": "SM' }, "uncertain"],
    ["a line that goes dead after it took it", { status: 0, body: "", hangUp: true }, "uncertain"],
  ] as const)("after %s the message is what is surely known of it", async (_what, manner, status) => {
    const { message } = await sent(manner);
    expect(message.status).toBe(status);
    await prisma().outboxMessage.updateMany({ where: { status: "queued" }, data: { status: "cancelled" } });
  });

  it("its callbacks count when they are signed with the token, in any order, and once", async () => {
    const { door } = await sent({ status: 201, body: twilioAnswer("SM2") });
    const callback = callbackOf(gateway.received[0]?.body);
    expect((await twilioReport(callback, "SM2", "delivered", TOKEN, "another token")).status).toBe(401);
    expect((await twilioReport(callback.replace("aanbel", "elders"), "SM2", "delivered", TOKEN)).status).toBe(401);
    expect(await messageOf(door)).toMatchObject({ status: "sent" });
    expect((await twilioReport(callback, "SM2", "sent", TOKEN)).status).toBe(204);
    expect(await messageOf(door)).toMatchObject({ status: "sent" });
    expect((await twilioReport(callback, "SM2", "delivered", TOKEN)).status).toBe(204);
    expect((await twilioReport(callback, "SM2", "delivered", TOKEN)).status).toBe(204);
    expect((await twilioReport(callback, "SM2", "sending", TOKEN)).status).toBe(204);
    expect(await messageOf(door)).toMatchObject({ status: "delivered" });
  });

  it("is not set up without the address at which the world finds us", async () => {
    delete process.env.NEXTAUTH_URL;
    expect(await write(await behindTheDoor({ today }))).toMatchObject({ ok: false, code: "no-gateway" });
  });
});

describe("any gateway", () => {
  it("is not set up with a sender that networks refuse", async () => {
    process.env.SMS_PROVIDER = "cm";
    process.env.CM_PRODUCT_TOKEN = "x";
    process.env.SMS_SENDER = "Woonstichting Maasstede";
    expect(await write(await behindTheDoor({ today }))).toMatchObject({ ok: false, code: "no-gateway" });
  });

  it("gets nothing for a number outside the list of an installation that only tries things out", async () => {
    process.env.SMS_PROVIDER = "cm";
    process.env.CM_PRODUCT_TOKEN = "x";
    process.env.SMS_ONLY_TO = "+31600000001, +31600000002";
    const { message } = await sent((it) => ({ status: 200, body: cmAnswer(it) }));
    expect(message).toMatchObject({ status: "undelivered", blockedBy: "gateway-not-on-list" });
    expect(gateway.received).toHaveLength(0);
  });

  it("of our own protocol gets the key that lets it send once", async () => {
    process.env.SMS_PROVIDER = "webhook";
    const { reference } = await sent({ status: 202, body: { id: "1" } });
    expect(gateway.received[0]).toMatchObject({ path: "/messages", authorization: `Bearer ${SECRET}` });
    expect(JSON.parse(gateway.received[0]?.body ?? "")).toMatchObject({ reference });
  });

  it("with a name nobody knows is not set up, and believes no report", async () => {
    process.env.SMS_PROVIDER = "duif";
    expect(await write(await behindTheDoor({ today }))).toMatchObject({ ok: false, code: "no-gateway" });
    expect((await cmReport(newId(), "2", SECRET)).status).toBe(400);
  });
});

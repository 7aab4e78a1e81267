import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { sendWaiting } from "@/lib/contact/commands/send";
import { day } from "@/lib/kernel/day";
import { disconnect, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, openOffice } from "../factories/door";
import { closedAddress } from "../factories/gateway";
import { many, spread } from "../factories/many";
import { behind, by, relayTo } from "../factories/relay";

/** What a gateway may do with a message, at the first try, after it was away, and when we died as its answer came: at most once, always. */
const today = day("2026-03-12");
let marloes: Actor;
let manner: (request: IncomingMessage, response: ServerResponse) => void;
const taken: string[] = [];
const gateway = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += piece;
  taken.push((JSON.parse(body) as { reference: string }).reference);
  manner(request, response);
});
let url = "";
let away = "";

beforeAll(async () => {
  await openOffice(today);
  marloes = await colleague("finance", "Marloes");
  await prisma().setting.create({ data: { key: "corporation", value: { name: "Wonen", teamNumber: "010 012 40 00" } } });
  process.env.SMS_PROVIDER = "webhook";
  process.env.SMS_REPORT_SECRET = "a secret of the test";
  await new Promise<void>((ready) => gateway.listen(0, "127.0.0.1", ready));
  away = await closedAddress();
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
afterAll(() => void gateway.close());

type End = "sent" | "uncertain" | "undelivered" | "queued";
const answer =
  (status: number, body = "{}", headers: Record<string, string> = { "content-type": "application/json" }) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);
const raw = (text: string) => (request: IncomingMessage) => void request.socket.end(text);

/** How each ends: as sent, as uncertain (a person finds out), as refused, or waiting for the next turn because the gateway says it has it not. */
const MANNERS: readonly (readonly [string, typeof manner, End])[] = [
  ["takes it", answer(202, '{"id":"g-1"}'), "sent"],
  ["takes it without a number", answer(200), "sent"],
  ["takes it and says nothing", answer(204, "", {}), "sent"],
  ["takes it and says a page of HTML", answer(200, "<html>ok</html>", { "content-type": "text/html" }), "sent"],
  ["takes it and says something cut off", answer(200, '{"id":"g-'), "sent"],
  ["takes it and says a list", answer(200, "[1,2,3]"), "sent"],
  ["takes it with an endless number", answer(202, JSON.stringify({ id: "x".repeat(100_000) })), "sent"],
  ["takes it and its number has a NUL", answer(202, '{"id":"a\\u0000b"}'), "sent"],
  ["points elsewhere (301)", answer(301, "", { location: "http://127.0.0.1:1/" }), "uncertain"],
  ["points elsewhere (307)", answer(307, "", { location: "http://127.0.0.1:1/" }), "uncertain"],
  ["does not know us (401)", answer(401), "queued"],
  ["does not let us (403)", answer(403), "queued"],
  ["is somewhere else (404)", answer(404), "queued"],
  ["says too early (425)", answer(425), "queued"],
  ["says too many (429)", answer(429), "queued"],
  ["does not want the number (400)", answer(400), "undelivered"],
  ["has it already (409)", answer(409), "undelivered"],
  ["cannot read it (422)", answer(422), "undelivered"],
  ["gave up waiting (408)", answer(408), "uncertain"],
  ["fails (500)", answer(500), "uncertain"],
  ["has a bad gateway behind it (502)", answer(502), "uncertain"],
  ["takes it and says unavailable (503)", answer(503), "uncertain"],
  ["waits in vain for another (504)", answer(504), "uncertain"],
  ["hangs up after it has it", (request) => void request.socket.destroy(), "uncertain"],
  ["says no HTTP at all", raw("+OK\r\n"), "uncertain"],
  ["says half a head", raw("HTTP/1.1 20"), "uncertain"],
  ["promises more than it says", raw("HTTP/1.1 202 Accepted\r\ncontent-length: 500\r\n\r\n{"), "sent"],
];

async function waiting(): Promise<Door> {
  const door = await behindTheDoor({ today });
  const { tenancyId, personId, mobile } = door;
  expect(await sendSms(marloes, { commandId: newId(), tenancyId, personId, number: mobile })).toMatchObject({ ok: true });
  return door;
}
const messageOf = (door: Door) => prisma().outboxMessage.findFirstOrThrow({ where: { tenancyId: door.tenancyId } });

/** Once it may have left, three more turns with a gateway that takes everything bring it nowhere a second time. */
async function expectOnce(door: Door, end: End): Promise<void> {
  const { reference, status } = await messageOf(door);
  expect(status).toBe(end);
  manner = answer(202);
  const before = taken.filter((one) => one === reference).length;
  for (let turn = 0; turn < 3; turn++) await sendWaiting();
  // Only what the gateway said it had not is handed to it again.
  expect(taken.filter((one) => one === reference).length - before).toBe(end === "queued" ? 1 : 0);
  expect((await messageOf(door)).status).toBe(end === "queued" ? "sent" : end);
}

const sampled = spread(MANNERS, many(9, MANNERS.length));

describe("a gateway that", () => {
  it.each(sampled)("%s gets it at most once", async (_, does, end) => {
    process.env.SMS_GATEWAY_URL = url;
    const door = await waiting();
    manner = does;
    await sendWaiting();
    await expectOnce(door, end);
  });

  it.each(sampled)("was away and then %s gets it at most once", async (_, does, end) => {
    process.env.SMS_GATEWAY_URL = away;
    const door = await waiting();
    await sendWaiting();
    expect((await messageOf(door)).status).toBe("queued");
    process.env.SMS_GATEWAY_URL = url;
    manner = does;
    await sendWaiting();
    await expectOnce(door, end);
  });

  it.each(sampled)("%s, of which we hear nothing because our database went away, gets it at most once", async (_, does) => {
    process.env.SMS_GATEWAY_URL = url;
    const door = await waiting();
    const own = process.env.AANBEL_DATABASE_URL as string;
    const relay = await relayTo(behind(own));
    await disconnect();
    process.env.AANBEL_DATABASE_URL = by(own, relay);
    // From the moment the gateway has it, nothing can be written down.
    manner = (request, response) => {
      void relay.close();
      does(request, response);
    };
    await sendWaiting().catch(() => {});
    await disconnect();
    process.env.AANBEL_DATABASE_URL = own;
    manner = answer(202);
    await sendWaiting();
    await expectOnce(door, "uncertain");
  });
});

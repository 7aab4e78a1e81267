import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { deliveryReport, sendMessages } from "@/lib/contact/jobs";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";
import { databaseUrl } from "./database";

const today = day("2026-03-12");
const children: ChildProcess[] = [];
let marloes: Actor;
let reports: Server;
const reported: number[] = [];

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  marloes = await colleague("finance", "Marloes");
  await prisma().setting.create({
    data: { key: "corporation", value: { name: "Wonen Maasstede", teamNumber: "010 012 40 00" } },
  });
  process.env.SMS_REPORT_SECRET = "the secret of the simulator";
  reports = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const taken = await deliveryReport({
      url: new URL(request.url ?? "/", "http://localhost"),
      headers: new Headers(request.headers as Record<string, string>),
      body,
    });
    reported.push(taken.ok ? 204 : 400);
    response.writeHead(taken.ok ? 204 : 400).end();
  });
  await new Promise<void>((ready) => reports.listen(0, "127.0.0.1", ready));
  process.env.SMS_GATEWAY_URL = await startSimulator();
}, 60_000);
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  reports.close();
});

/** The program's own gateway simulator, in its own process, over real HTTP. */
async function startSimulator(): Promise<string> {
  const { port } = reports.address() as AddressInfo;
  const child = spawn(process.execPath, ["--import", "tsx", path.resolve("bin/gateway.ts")], {
    env: { ...process.env, REPORT_URL: `http://127.0.0.1:${port}/`, REPORT_DELAY_MS: "10" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.push(child);
  return new Promise((ready) => child.once("message", (message: { port: number }) => ready(`http://127.0.0.1:${message.port}`)));
}

/** A tenant whose number makes the simulator behave in a certain way. */
async function tenantWith(ending: string): Promise<Door> {
  const door = await behindTheDoor({ today });
  const mobile = `+3161234${ending}`;
  await prisma().contactPoint.updateMany({ where: { personId: door.personId }, data: { value: mobile } });
  const { tenancyId, personId } = door;
  expect(await sendSms(marloes, { commandId: newId(), tenancyId, personId, number: mobile })).toMatchObject({ ok: true });
  return door;
}
const statusOf = async (door: Door) =>
  (await prisma().outboxMessage.findFirstOrThrow({ where: { tenancyId: door.tenancyId } })).status;

it("a message whose sender is killed while the gateway stays silent is uncertain, and not sent again", async () => {
  const door = await tenantWith("0001");
  const sender = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "-e",
      `import(${JSON.stringify(path.resolve("lib/contact/jobs.ts"))}).then(({ sendMessages }) => sendMessages())`,
    ],
    { env: { ...process.env, AANBEL_DATABASE_URL: databaseUrl() }, stdio: "inherit" },
  );
  children.push(sender);
  await expect.poll(() => statusOf(door), { timeout: 30_000 }).toBe("sending");
  sender.kill("SIGKILL");
  await new Promise((gone) => sender.once("exit", gone));
  await expect.poll(async () => (await sendMessages()).uncertain, { timeout: 10_000 }).toBe(1);
  expect(await statusOf(door)).toBe("uncertain");
  expect(await sendMessages()).toEqual({ sent: 0, cancelled: 0, uncertain: 0 });
});

it("the simulator's manners each end as they should", async () => {
  const doors = {
    ok: await tenantWith("4321"),
    undelivered: await tenantWith("0003"),
    threefold: await tenantWith("0004"),
    hasty: await tenantWith("0006"),
    refused: await tenantWith("0007"),
    fails: await tenantWith("0002"),
  };
  await sendMessages();
  await expect.poll(() => reported.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(6);
  expect(new Set(reported)).toEqual(new Set([204]));
  await expect.poll(() => statusOf(doors.ok), { timeout: 10_000 }).toBe("delivered");
  const ends = Object.fromEntries(
    await Promise.all(Object.entries(doors).map(async ([manner, door]) => [manner, await statusOf(door)])),
  );
  expect(ends).toEqual({
    ok: "delivered",
    undelivered: "undelivered",
    threefold: "delivered",
    hasty: "delivered",
    refused: "undelivered",
    fails: "uncertain",
  });
});

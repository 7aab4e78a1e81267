import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoSignIns } from "@/bin/start/demo";
import { startOptions } from "@/bin/start/options";
import { SYSTEM } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { addStaff, setActive } from "@/lib/staff/commands/colleague";
import { openSession } from "@/lib/staff/commands/session";
import { demoStaff, staffOfSession } from "@/lib/staff/queries/staff";
import { NOWHERE } from "../factories/from";

describe("the demo comes into a database", () => {
  const own = { DATABASE_URL: "postgresql://owner@db/rent" };
  it.each([
    [[], {}, true],
    [["--without-demo"], {}, false],
    [[], { AANBEL_DEMO: "off" }, false],
    [[], own, false],
    [["--demo"], own, true],
  ])("with %j and %j: %s", (args, env, demo) => {
    expect(startOptions(args, env as NodeJS.ProcessEnv).demo).toBe(demo);
  });
});

describe("the invented colleagues, whose password everybody knows", () => {
  const password = "aanbel-demo";
  const own = { name: "Anna Eigen", firstName: "Anna", password: "een lange korte zin" };
  const demo = { email: "marloes@demo.aanbel.nl", name: "Marloes", firstName: "Marloes", role: "finance", demo: true };

  beforeAll(async () => {
    await prisma().staff.create({ data: { ...demo, passwordHash: await hashPassword(password) } });
  });

  it("are let in while nobody of the corporation looks after the database", async () => {
    await addStaff(SYSTEM, { ...own, email: "collega@corporatie.nl", role: "finance" });
    expect((await openSession(demo.email, password, NOWHERE)).ok).toBe(true);
    expect(await demoStaff()).toHaveLength(1);
  });

  it("are let in no more once it has an own administrator, and what they had open is over", async () => {
    const before = await openSession(demo.email, password, NOWHERE);
    if (!before.ok) throw new Error(before.code);
    const admin = await addStaff(SYSTEM, { ...own, email: "beheer@corporatie.nl", role: "admin" });
    if (!admin.ok) throw new Error(admin.code);
    expect(await openSession(demo.email, password, NOWHERE)).toEqual({ ok: false, code: "demoClosed" });
    expect(await staffOfSession(before.value.sessionId)).toBeNull();
    expect([await demoStaff(), await demoSignIns()]).toEqual([[], []]);
    // Not even when that administrator leaves.
    await setActive(SYSTEM, { staffId: admin.value.staffId, active: false });
    expect((await openSession(demo.email, password, NOWHERE)).ok).toBe(false);
  });
});

describe("a body", () => {
  let port = 0;
  let read = 0;
  let atOnce = 0;
  let most = 0;

  beforeAll(async () => {
    await import("@/bin/start/gate.mjs" as string);
    const server = createServer((asked, answer) => {
      if (asked.url === "/bestanden/mag") return answer.writeHead(asked.headers.cookie === "finance" ? 204 : 401).end();
      most = Math.max(most, ++atOnce);
      asked.on("data", (piece: Buffer) => {
        read += piece.length;
      });
      asked.on("end", () => {
        atOnce--;
        answer.end("read");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
    return () => void server.close();
  });
  beforeEach(() => {
    read = 0;
    most = 0;
  });

  function send(path: string, bytes: number, headers: Record<string, string> = {}): Promise<number> {
    const length = headers["transfer-encoding"] ? {} : { "content-length": bytes };
    return new Promise((resolve) => {
      const asking = request({ port, path, method: "POST", headers: { ...length, ...headers } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
        asking.destroy();
      });
      asking.on("error", () => resolve(0));
      asking.flushHeaders();
      setTimeout(() => asking.end(Buffer.alloc(bytes)), 50);
    });
  }

  it.each([
    ["/aanmelden", 1_000_000, 413],
    ["/werklijst", 1_000_000, 413],
    ["/api/sms/report", 10_001, 413],
    ["/api/auth/callback/credentials", 20_000, 413],
    ["/bestanden", 1_000_000, 401],
    ["/bestanden", 300_000_000, 413],
    ["/%62estanden", 1_000_000, 413],
  ])("to %s of %d bytes from somebody who is signed out is answered %d, unread", async (path, bytes, status) => {
    expect(await send(path, Math.min(bytes, 1_000_000), { "content-length": String(bytes) })).toBe(status);
    expect(read).toBe(0);
  });

  it("that a phone brings, or that somebody typed, comes through as large as it may be", async () => {
    expect(await send("/api/veld/envelop", 45_000)).toBe(200);
    expect(await send("/api/veld/stand", 90_000)).toBe(200);
    expect(await send("/api/concepten", 60_000)).toBe(200);
    expect(await send("/api/veld/stand", 110_000)).toBe(413);
    expect(await send("/api/aanwezig", 20_000)).toBe(413);
  });

  it("that does not say how long it is, is answered 411, unread", async () => {
    expect([await send("/aanmelden", 1000, { "transfer-encoding": "chunked" }), read]).toEqual([411, 0]);
  });

  it("of a form, and a file from somebody who may bring it in, comes through whole; large ones one after another", async () => {
    expect(await send("/aanmelden", 5000)).toBe(200);
    const files = await Promise.all(
      [1, 2, 3].map(() => send("/bestanden", 5_000_000, { cookie: "finance", origin: `http://localhost:${port}` })),
    );
    expect([files, read, most]).toEqual([[200, 200, 200], 15_005_000, 1]);
  });
});

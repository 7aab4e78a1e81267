import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "@/bin/database/open";
import { stopServer } from "@/bin/database/server";
import { sealAgain } from "@/lib/access/commands/reseal";
import { authOptions } from "@/lib/auth/options";
import { webhook } from "@/lib/contact/channels/webhook";
import { disconnect, prisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { sealed, unsealed } from "@/lib/platform/seal";

const given = { ...process.env };
let folder = "";
let database: OpenDatabase;

/** As the supervisor tells the processes of the program. */
const tell = () => Object.assign(process.env, database.envNow());
async function letsIn(connectionString = ""): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  return client.connect().then(
    () => client.query("SELECT count(*) FROM staff").then(() => client.end().then(() => true)),
    () => false,
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "aanbel-rotated-"));
  for (const name of ["DATABASE_URL", "AANBEL_DATABASE_URL", "NEXTAUTH_SECRET", "AANBEL_SEAL_KEY", "SMS_REPORT_SECRET"])
    delete process.env[name];
  process.env.AANBEL_DATA_DIR = folder;
  database = await openDatabase();
  Object.assign(process.env, database.env);
});
afterAll(async () => {
  await disconnect();
  await database.close();
  process.env = given;
  stopServer(path.join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
});

describe("a secret made anew while people work", () => {
  it("of sign-ins keeps everybody signed in, until the one before is forgotten", async () => {
    const { encode } = await import("next-auth/jwt");
    const { decode } = authOptions().jwt ?? {};
    const before = process.env.NEXTAUTH_SECRET ?? "";
    const token = await encode({ token: { sid: "of before" }, secret: before });
    const whose = async () => {
      try {
        return await decode?.({ token, secret: process.env.NEXTAUTH_SECRET ?? "" });
      } catch {
        return null;
      }
    };

    expect(await database.rotate("sessions")).toBe("rotated");
    tell();
    expect(process.env.NEXTAUTH_SECRET).not.toBe(before);
    expect(await whose()).toMatchObject({ sid: "of before" });
    expect(await database.rotate("sessions")).toBe("before");

    expect(await database.forget("sessions")).toBe("forgotten");
    tell();
    expect(await whose()).toBeNull();
    expect(await database.forget("sessions")).toBe("nothing");
  });

  it("of what is sealed opens what the one before sealed, and seals it again", async () => {
    const staff = await prisma().staff.create({
      data: { email: "rotated@test.nl", name: "Rie Test", firstName: "Rie", role: "finance" },
    });
    await prisma().totp.create({ data: { staffId: staff.id, secret: sealed("totp", "of before") } });
    await database.rotate("seal");
    tell();
    const kept = async () => (await prisma().totp.findUniqueOrThrow({ where: { staffId: staff.id } })).secret;
    expect(unsealed("totp", await kept())).toBe("of before");
    expect(await sealAgain()).toEqual({ again: 1, lost: 0 });
    await database.forget("seal");
    tell();
    expect(unsealed("totp", await kept())).toBe("of before");
  });

  it("of the gateway takes reports signed with either", async () => {
    const { createHmac } = await import("node:crypto");
    const before = process.env.SMS_REPORT_SECRET ?? "";
    const body = JSON.stringify({ reference: crypto.randomUUID(), id: "1", status: "delivered", at: new Date().toISOString() });
    const read = (secret: string) => {
      const headers = new Headers({ "x-aanbel-signature": createHmac("sha256", secret).update(body).digest("hex") });
      return webhook.receipt(
        { url: new URL("http://x/"), headers, body },
        { provider: "webhook", reportSecrets: env.smsReportSecrets() },
      );
    };
    await database.rotate("smsReports");
    tell();
    expect(read(before)).not.toBe("signature");
    expect(read(process.env.SMS_REPORT_SECRET ?? "")).not.toBe("signature");
    await database.forget("smsReports");
    tell();
    expect(read(before)).toBe("signature");
  });

  it("of the database lets the program in with either, there and back again, with the same rights", async () => {
    const urls = [database.envNow().AANBEL_DATABASE_URL];
    for (let turn = 1; turn <= 2; turn++) {
      expect(await database.rotate("database")).toBe("rotated");
      urls.push(database.envNow().AANBEL_DATABASE_URL);
      expect([await letsIn(urls[turn - 1]), await letsIn(urls[turn])]).toEqual([true, true]);
      tell();
      expect(await prisma().staff.count()).toBe(1);
      expect(await database.forget("database")).toBe("forgotten");
      expect([await letsIn(urls[turn - 1]), await letsIn(urls[turn])]).toEqual([false, true]);
    }
    await expect(prisma().$executeRaw`DELETE FROM audit_event`).rejects.toThrow(/permission denied/);
  });

  it("that comes from the environment is left to who set it there", async () => {
    process.env.NEXTAUTH_SECRET = "of the admin";
    const again = await openDatabase();
    expect(await again.rotate("sessions")).toBe("given");
    await again.close();
  });

  it("is in no file that others read", () => {
    const kept = readFileSync(path.join(folder, "secrets.json"), "utf8");
    expect(JSON.parse(kept)).not.toHaveProperty("sealBefore");
  });
});

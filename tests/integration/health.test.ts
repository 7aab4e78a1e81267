import { beforeAll, describe, expect, it } from "vitest";
import { GET as asked } from "@/app/gezond/route";
import { standings } from "@/lib/health/domain/standing";
import { tellMetrics, watch } from "@/lib/health/jobs";
import { health } from "@/lib/health/queries/health";
import { day } from "@/lib/kernel/day";
import { prisma } from "@/lib/platform/db";
import { behindTheDoor, newId, openOffice } from "../factories/door";
import { mailbox } from "../factories/mailbox";

beforeAll(async () => {
  await openOffice(day("2026-03-12"));
});

describe("how the program stands", () => {
  it("is read from the database, the disk and the settings, and names what to look at", async () => {
    const before = await health();
    expect(before.diskFree).toBeGreaterThan(0);
    expect(before.modelVersion).toMatch(/^20\d{12}_/);
    const door = await behindTheDoor({ today: day("2026-03-12") });
    await prisma().outboxMessage.create({
      data: {
        ...{
          tenancyId: door.tenancyId,
          personId: door.personId,
          channel: "sms",
          recipient: door.mobile,
          body: "x",
          reference: newId(),
        },
        ...{ status: "uncertain", createdAt: new Date(), statusAt: new Date() },
      },
    });
    await prisma().setting.create({ data: { key: "backup", value: { madeAt: new Date().toISOString() } } });
    const after = await health();
    expect([before.smsUncertain, after.smsUncertain]).toEqual([0, 1]);
    expect([before.backupAge, (after.backupAge ?? 99) < 60]).toEqual([null, true]);
    expect(standings(after).find(({ subject }) => subject === "backup")).toMatchObject({ good: true });
  });

  it("is told from outside as up, and nothing else", async () => {
    const answer = await asked();
    expect([answer.status, await answer.text()]).toEqual([200, "ok\n"]);
  });

  it("is told to Prometheus on a port of its own, without a word about anybody", async () => {
    process.env.AANBEL_METRICS_PORT = "47391";
    const server = tellMetrics();
    await new Promise((resolve) => server?.once("listening", resolve));
    const text = await (await fetch("http://127.0.0.1:47391")).text();
    expect(text).toMatch(/^aanbel_sms_uncertain 1$/m);
    expect(text).toMatch(/^aanbel_well\{subject="backup"\} 1$/m);
    expect(text).not.toMatch(/Jansen|\+316|@/);
    server?.close();
    delete process.env.AANBEL_METRICS_PORT;
    expect(tellMetrics()).toBeNull();
  });

  it("is told by mail in the morning to whoever looks after it, once, and only when something is not well", async () => {
    const { mails, port, close } = await mailbox({ disabledCommands: ["AUTH", "STARTTLS"] });
    expect(await watch(), "nobody was named").toBe("nobody");
    Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, AANBEL_ALERT_TO: "beheer@corporatie.nl" });
    expect(await watch()).toBe("told");
    expect(mails).toHaveLength(1);
    const [mail] = mails.map((each) => each.replaceAll("=\r\n", ""));
    expect(mail).toMatch(/To: beheer@corporatie\.nl/);
    expect(mail).toContain("Sms: ");
    expect(mail).not.toMatch(/Jansen|\+316/);
    await close();
    await expect(watch(), "nobody answers there: it says so, and is not tried again by itself").rejects.toThrow(
      /ECONNREFUSED|connect/,
    );
    delete process.env.SMTP_URL;
    delete process.env.AANBEL_ALERT_TO;
  });
});

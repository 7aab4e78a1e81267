import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sealAgain } from "@/lib/access/commands/reseal";
import type { Actor } from "@/lib/auth/actor";
import { smsProblem } from "@/lib/contact/channels/sms";
import { removeGateway, setGateway, tryGateway } from "@/lib/contact/commands/gateway";
import { GATEWAY, gateway, gatewayShown } from "@/lib/contact/queries/gateway";
import { gatewaySchema, tryGatewaySchema } from "@/lib/contact/schema";
import { setMail, tryMail } from "@/lib/health/commands/mail";
import { mailShown } from "@/lib/health/queries/mail";
import { mailSchema } from "@/lib/health/schema";
import { prisma } from "@/lib/platform/db";
import { colleague, setClock } from "../factories/door";
import { mailbox } from "../factories/mailbox";

/** What an administrator sets on the screen: where messages and mail leave by. */
const NAMES = ["SMS_PROVIDER", "SMS_GATEWAY_URL", "SMS_SENDER", "SMTP_URL", "AANBEL_ALERT_TO"];
let ravi: Actor;
const taken: { authorization: string | undefined; body: string }[] = [];
const service = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += piece;
  taken.push({ authorization: request.headers.authorization, body });
  response.writeHead(202, { "content-type": "application/json" }).end('{"id":"g-1"}');
});
let url = "";

beforeAll(async () => {
  await setClock("2026-03-12");
  ravi = await colleague("admin", "Ravi");
  await new Promise<void>((ready) => service.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  for (const name of NAMES) delete process.env[name];
  await prisma().setting.deleteMany({ where: { key: { in: [GATEWAY, "mail"] } } });
  taken.length = 0;
});
afterAll(() => void service.close());

const own = (more: object = {}) => gatewaySchema.parse({ provider: "webhook", url, secret: "een geheim", ...more });
const log = async (action: string) => (await prisma().auditEvent.findMany({ where: { action } })).map(({ detail }) => detail);

describe("the SMS service", () => {
  it("that was set is the one messages leave by, with its own secret; who it was before is in the log, the secret is not", async () => {
    expect(smsProblem(await gateway())).toBe("missing");
    expect(await setGateway(ravi, own({ sender: "Wonen" }))).toMatchObject({ ok: true });
    expect(smsProblem(await gateway())).toBeNull();
    const tried = tryGatewaySchema.parse({ number: "06 12 34 56 78" });
    expect(await tryGateway(ravi, { ...tried, body: "Proef" })).toMatchObject({ ok: true, value: { code: "g-1" } });
    expect(taken).toMatchObject([{ authorization: "Bearer een geheim", body: expect.stringContaining("+31612345678") }]);
    await setGateway(ravi, own({ sender: "Thuis" }));
    const kept = JSON.stringify([await log("contact.setGateway"), await prisma().setting.findMany()]);
    expect(kept).toContain("Wonen");
    expect(kept).not.toContain("een geheim");
    expect(await gatewayShown()).toMatchObject({ from: "screen", provider: "webhook", sender: "Thuis", hasSecret: true });
  });

  it("keeps its secret when another field changes, also under a new key, and never gives it to another service", async () => {
    await setGateway(ravi, own());
    await setGateway(ravi, own({ secret: "", sender: "Wonen" }));
    await sealAgain();
    expect((await gateway()).token).toBe("een geheim");
    const moved = await setGateway(ravi, own({ secret: "", url: `${url}/elders` }));
    expect(moved, "nor to the same one at another address").toMatchObject({ ok: false, code: "gatewayMissing" });
    const elsewhere = gatewaySchema.parse({ provider: "cm", sender: "Wonen" });
    expect(await setGateway(ravi, elsewhere)).toMatchObject({ ok: false, code: "gatewayMissing" });
    expect(await gateway(), "nothing half is in force").toMatchObject({ provider: "webhook", token: "een geheim" });
  });

  it("is taken away again, and messages wait from then on", async () => {
    await setGateway(ravi, own());
    expect(await removeGateway(ravi)).toMatchObject({ ok: true, value: { removed: true } });
    expect(smsProblem(await gateway())).toBe("missing");
    expect(await gatewayShown()).toMatchObject({ from: "nowhere", hasSecret: false });
  });

  it("that the environment names is changed there, and goes before", async () => {
    await setGateway(ravi, own());
    process.env.SMS_GATEWAY_URL = "https://poort.example/";
    expect(await setGateway(ravi, own())).toMatchObject({ ok: false, code: "gatewayGiven" });
    expect(await gatewayShown()).toMatchObject({ from: "environment", url: "https://poort.example/" });
  });

  it.each([
    ["an address in the open", { url: "http://poort.example/" }],
    ["an address with a name in it", { url: "https://wie:wat@poort.example/" }],
    ["an address of something else", { url: "file:///etc/passwd" }],
    ["a name that anybody may use", { sender: "INFO" }],
    ["a name that is too long", { sender: "Wonen Maasstede" }],
    ["a service we do not know", { provider: "pigeon" }],
  ])("with %s is refused", (_, wrong) => {
    expect(gatewaySchema.safeParse({ provider: "webhook", url, ...wrong }).success).toBe(false);
  });

  it("that does not answer, or says no, says so in its own code", async () => {
    await setGateway(ravi, own({ url: "http://127.0.0.1:9" }));
    expect(await tryGateway(ravi, { number: "+31612345678", body: "Proef" })).toMatchObject({ ok: false });
    expect(await log("contact.tryGateway")).not.toContainEqual({ answer: "accepted", number: expect.anything() });
  });
});

describe("the mail server", () => {
  it("that was set brings a mail to try to who is told, signed in, and its password can be read nowhere", async () => {
    const { mails, port, close } = await mailbox({
      ...{ disabledCommands: ["STARTTLS"], allowInsecureAuth: true },
      onAuth: ({ username, password }, _, done) =>
        password === "een wachtwoord" ? done(null, { user: username ?? "" }) : done(new Error("no")),
    });
    const typed = { host: "127.0.0.1", port: String(port), user: "aanbel", from: "aanbel@wonen.nl", to: "ict@wonen.nl" };
    expect(await tryMail(ravi, { subject: "Proef", text: "Proef" })).toMatchObject({ ok: false, code: "noMail" });
    expect(await setMail(ravi, mailSchema.parse({ ...typed, secret: "een wachtwoord" }))).toMatchObject({ ok: true });
    expect(await setMail(ravi, mailSchema.parse({ ...typed, to: "beheer@wonen.nl" }))).toMatchObject({ ok: true });
    expect(await tryMail(ravi, { subject: "Proef", text: "Proef" })).toMatchObject({
      ok: true,
      value: { to: "beheer@wonen.nl" },
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/To: beheer@wonen\.nl/);
    expect(JSON.stringify([await log("health.setMail"), await prisma().setting.findMany()])).not.toContain("een wachtwoord");
    await setMail(ravi, mailSchema.parse({ ...typed, secret: "een ander" }));
    expect(await tryMail(ravi, { subject: "Proef", text: "Proef" })).toMatchObject({ ok: false, code: "mailFailed" });
    await close();
  });

  it("that the environment names is changed there, and shows no password", async () => {
    Object.assign(process.env, { SMTP_URL: "smtps://aanbel:geheim@mail.wonen.nl:465", AANBEL_ALERT_TO: "ict@wonen.nl" });
    const typed = { host: "mail.example", port: "465", from: "a@wonen.nl", to: "b@wonen.nl" };
    expect(await setMail(ravi, mailSchema.parse(typed))).toMatchObject({ ok: false, code: "mailGiven" });
    expect(await mailShown()).toEqual({
      ...{ by: "environment", host: "mail.wonen.nl", port: "465", user: "aanbel" },
      ...{ from: "ict@wonen.nl", to: "ict@wonen.nl" },
    });
  });

  it.each(["https://mail.wonen.nl", "mail.wonen.nl/x", "a b", "-x", ""])("is a name and nothing more: not %j", (host) => {
    expect(mailSchema.safeParse({ host, port: "465", from: "a@wonen.nl", to: "b@wonen.nl" }).success).toBe(false);
  });
});

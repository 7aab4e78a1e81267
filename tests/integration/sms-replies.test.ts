import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/sms/reply/route";
import type { Actor } from "@/lib/auth/actor";
import { readReply } from "@/lib/cases/commands/desk/read-reply";
import { caseView } from "@/lib/cases/queries/case-view";
import { problemsOfKind } from "@/lib/cases/queries/problems";
import { day } from "@/lib/kernel/day";
import { pool, prisma } from "@/lib/platform/db";
import { queueList } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { behindTheDoor, colleague, type Door, newId, setClock } from "../factories/door";
import { storeBankDays } from "../factories/street";

const today = day("2026-03-12");
const SECRET = "a shared secret of the test";
const TOKEN = "12345678901234567890123456789012";
const environment = { ...process.env };
let marloes: Actor;

beforeAll(async () => {
  await setClock(today);
  await storeBankDays(pool(), day("2026-03-01"), day("2026-03-31"));
  marloes = await colleague("finance", "Marloes");
});
beforeEach(() => {
  process.env = {
    ...environment,
    SMS_PROVIDER: "webhook",
    SMS_REPORT_SECRET: SECRET,
    TWILIO_AUTH_TOKEN: TOKEN,
    NEXTAUTH_URL: "https://aanbel.voorbeeld.nl",
  };
});
afterAll(() => {
  process.env = environment;
});

const post = (body: string, headers: Record<string, string>, query = "") =>
  POST(new Request(`http://localhost/api/sms/reply${query}`, { method: "POST", body, headers }));
/** The gateway of our own protocol tells that somebody texted. */
function texted(from: string, text: string, more: { id?: string; signature?: string } = {}): Promise<Response> {
  const body = JSON.stringify({ id: more.id ?? newId(), from, text, at: "2026-03-12T09:10:00.000Z" });
  const signature = more.signature ?? createHmac("sha256", SECRET).update(body).digest("hex");
  return post(body, { "x-aanbel-signature": signature });
}
const unread = async (door: Door) => (await caseView(door.tenancyId))?.underWay.replies ?? [];
const doing = async (door: Door) => {
  const { rows } = await queueList(readFilter({ tab: "vandaag" }), today);
  return { step: rows.find(({ tenancyId }) => tenancyId === door.tenancyId)?.doing, first: rows[0]?.tenancyId };
};

describe("what a tenant texts back", () => {
  it("stands on their case, in the list of today, until a colleague read it, and then in what happened", async () => {
    const door = await behindTheDoor({ today });
    expect((await texted(door.mobile, "Ik bel morgen terug.\u0000")).status).toBe(200);
    const [reply] = await unread(door);
    expect(reply).toMatchObject({ body: "Ik bel morgen terug.", distress: false, sender: door.mobile });
    expect((await doing(door)).step).toBe("sms-reply");
    const read = { commandId: newId(), replyId: reply?.id ?? 0 };
    expect(await readReply(marloes, read)).toMatchObject({ ok: true });
    expect(await readReply(marloes, { ...read, commandId: newId() })).toMatchObject({ code: "already-read" });
    expect(await unread(door)).toEqual([]);
    expect((await doing(door)).step).toBe("call");
    const lines = (await caseView(door.tenancyId))?.timeline.filter(({ code }) => code === "sms-reply");
    expect(lines?.map(({ values }) => values.detail)).toEqual(["Ik bel morgen terug."]);
  });

  it("comes first of all when somebody in need may have written it", async () => {
    await behindTheDoor({ today, unpaid: 5 });
    const door = await behindTheDoor({ today });
    await texted(door.mobile.replace("+31", "0031"), "Ik heb geen eten meer in huis");
    expect(await doing(door)).toEqual({ step: "sms-distress", first: door.tenancyId });
  });

  it("is kept once, however often the gateway tells it", async () => {
    const door = await behindTheDoor({ today });
    const id = newId();
    const answers = await Promise.all([1, 2, 3].map(() => texted(door.mobile, "Hallo", { id })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await unread(door)).toHaveLength(1);
  });

  it("from a number that nobody knows is read at what is to be found out, and belongs to nobody", async () => {
    await texted("+31699999999", "Wie is dit?");
    const [row] = await problemsOfKind(today, "sms-reply", 10);
    expect(row).toMatchObject({ tenancyId: null, value: "+31699999999: Wie is dit?" });
    expect(await readReply(marloes, { commandId: newId(), replyId: row?.replyId ?? 0 })).toMatchObject({ ok: true });
    expect(await problemsOfKind(today, "sms-reply", 10)).toEqual([]);
  });

  it("of a number that two households have is nobody's in particular", async () => {
    const [one, two] = [await behindTheDoor({ today }), await behindTheDoor({ today })];
    await prisma().contactPoint.create({ data: { personId: two.personId, kind: "mobile", value: one.mobile } });
    await texted(one.mobile, "Met wie spreek ik?");
    expect([await unread(one), await unread(two)]).toEqual([[], []]);
  });

  it("stops messages at once when it only says so", async () => {
    const [stops, goesOn] = [await behindTheDoor({ today }), await behindTheDoor({ today })];
    await texted(stops.mobile, "STOP");
    await texted(goesOn.mobile, "Stop eens met bellen, ik heb betaald");
    const wish = async (door: Door) => (await prisma().person.findUniqueOrThrow({ where: { id: door.personId } })).smsOptOut;
    expect([await wish(stops), await wish(goesOn)]).toEqual([true, false]);
  });

  it("is refused when the gateway does not prove itself, or says something else", async () => {
    expect((await texted("+31612345678", "x", { signature: "00" })).status).toBe(401);
    const body = JSON.stringify({ from: "+31612345678" });
    const signature = createHmac("sha256", SECRET).update(body).digest("hex");
    expect((await post(body, { "x-aanbel-signature": signature })).status).toBe(400);
    expect((await post("x".repeat(10_001), {})).status).toBe(413);
  });
});

describe("the same through the real gateways, as they document it", () => {
  it("CM.com: no id and no signature of its own; the secret in the address, and the same words at the same moment once", async () => {
    process.env.SMS_PROVIDER = "cm";
    const door = await behindTheDoor({ today });
    const body = JSON.stringify({
      from: { number: door.mobile.replace("+", "00"), name: "" },
      to: { number: "0031600000000" },
      message: { text: "Ik bel terug", media: { mediaUri: "", contentType: "", title: "" }, custom: {} },
      reference: "",
      groupings: ["", "", ""],
      timeUtc: "2026-03-12T08:10:00",
      channel: "SMS",
      messageContext: "",
    });
    const send = (key: string) => post(body, { "content-type": "application/json" }, `?sleutel=${encodeURIComponent(key)}`);
    expect((await send("other")).status).toBe(401);
    expect([(await send(SECRET)).status, (await send(SECRET)).status]).toEqual([200, 200]);
    expect(await unread(door)).toMatchObject([{ body: "Ik bel terug", at: "2026-03-12T08:10:00.000Z" }]);
  });

  it("Twilio: a form, signed with the token over the address and its fields", async () => {
    process.env.SMS_PROVIDER = "twilio";
    const door = await behindTheDoor({ today });
    const form = { MessageSid: `SM${newId()}`, From: door.mobile, To: "+31600000000", Body: "Ik bel terug", NumMedia: "0" };
    const signed = Object.entries(form)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => key + value)
      .join("");
    const signature = createHmac("sha1", TOKEN).update(`https://aanbel.voorbeeld.nl/api/sms/reply${signed}`).digest("base64");
    const send = (proof: string) => post(new URLSearchParams(form).toString(), { "x-twilio-signature": proof });
    expect((await send("AAAA")).status).toBe(401);
    expect((await send(signature)).status).toBe(200);
    expect(await unread(door)).toMatchObject([{ body: "Ik bel terug" }]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { recordLanguage } from "@/lib/cases/commands/desk/record-language";
import { recordPreference } from "@/lib/cases/commands/desk/record-preference";
import { recordSafetyNote } from "@/lib/cases/commands/desk/record-safety-note";
import { recordSmsWish } from "@/lib/cases/commands/desk/record-sms-wish";
import { sendSms } from "@/lib/cases/commands/desk/send-sms";
import { reassess } from "@/lib/cases/commands/reassess";
import { loadFacts } from "@/lib/cases/queries/facts";
import { languageSchema, preferenceSchema, safetyNoteSchema, smsWishSchema } from "@/lib/cases/schema/people";
import { day } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { inTransaction, pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { endSafetyNotes } from "@/lib/tenancies/commands/wish";
import { doorsOf } from "@/lib/tenancies/queries/doors";
import { behindTheDoor, colleague, type Door, newId, openOffice, setClock, stepOf } from "../factories/door";
import { storeMissedCall } from "../factories/street";

const today = day("2026-03-12");
let joke: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
});

const form = ({ tenancyId, personId }: Door, more: object) => ({ commandId: newId(), tenancyId, personId, ...more });
const noSms = (door: Door, yes: boolean) => recordSmsWish(joke, smsWishSchema.parse(form(door, { noSms: String(yes) })));
const personOf = (door: Door) => prisma().person.findUniqueOrThrow({ where: { id: door.personId } });
const auditOf = (door: Door, action: string) =>
  prisma().auditEvent.findFirstOrThrow({ where: { tenancyId: door.tenancyId, action }, orderBy: { id: "desc" } });
const factsOf = async (door: Door) => {
  const { part, moment } = await now();
  const scope = { day: today, part, knownAt: moment, tenancyIds: [door.tenancyId] };
  return (await loadFacts(sqlOfClient(pool()), scope))[0];
};

describe("who wants no SMS", () => {
  it("gets none, and the ladder goes on to the caretaker instead", async () => {
    const door = await behindTheDoor({ today });
    for (const on of ["2026-03-12", "2026-03-13"]) await storeMissedCall(pool(), door.tenancyId, door.personId, day(on));
    await prisma().attempt.updateMany({
      where: { tenancyId: door.tenancyId, day: new Date("2026-03-13") },
      data: { part: "afternoon" },
    });
    await setClock("2026-03-16");
    await inTransaction((db) => reassess(db, joke, [door.tenancyId]));
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "sms" });
    expect(await noSms(door, true)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await stepOf(door.tenancyId)).toMatchObject({ contact: "caretaker" });
    const sms = { commandId: newId(), tenancyId: door.tenancyId, personId: door.personId, number: door.mobile };
    expect(await sendSms(joke, sms)).toMatchObject({ ok: false });
    expect(await prisma().outboxMessage.count({ where: { tenancyId: door.tenancyId } })).toBe(0);
    expect((await auditOf(door, "cases.recordSmsWish")).detail).toMatchObject({ noSms: true, personId: door.personId });
    expect(await noSms(door, false)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await noSms(door, false)).toMatchObject({ ok: true, value: { changed: false } });
    expect((await personOf(door)).smsOptOut).toBe(false);
    await setClock(today);
  });

  it("is one of this tenancy", async () => {
    const [door, other] = [await behindTheDoor({ today }), await behindTheDoor({ today })];
    expect(await noSms({ ...door, personId: other.personId }, true)).toMatchObject({ ok: false, code: "unknown-person" });
  });
});

describe("what to know before meeting somebody", () => {
  it("is their language and whether they rather have a call or a visit, until that is taken back", async () => {
    const door = await behindTheDoor({ today });
    await recordLanguage(joke, languageSchema.parse(form(door, { language: " Turks " })));
    await recordPreference(joke, preferenceSchema.parse(form(door, { prefers: "visit" })));
    expect(await personOf(door)).toMatchObject({ language: "Turks", prefers: "visit" });
    expect((await factsOf(door))?.people).toMatchObject([{ prefers: "visit" }]);
    await recordLanguage(joke, languageSchema.parse(form(door, { language: "" })));
    await recordPreference(joke, preferenceSchema.parse(form(door, { prefers: "" })));
    expect(await personOf(door)).toMatchObject({ language: null, prefers: null });
  });

  it("holds no remark about somebody where a language stands, and no choice that is not one", () => {
    const door = { commandId: newId(), tenancyId: 1, personId: 1 };
    expect(languageSchema.safeParse({ ...door, language: "let op: agressief; 2x" }).success).toBe(false);
    expect(preferenceSchema.safeParse({ ...door, prefers: "letter" }).success).toBe(false);
    expect(safetyNoteSchema.safeParse({ ...door, safetyNote: "" }).success).toBe(false);
    expect(safetyNoteSchema.safeParse({ ...door, safetyNote: "Hond", gone: "true" }).success).toBe(false);
  });

  it("about safety is somebody's word and ends on its day", async () => {
    const door = await behindTheDoor({ today });
    const noted = { safetyNote: "Hond is los.", safetyUntil: "2026-03-13" };
    await recordSafetyNote(joke, safetyNoteSchema.parse(form(door, noted)));
    const manners = async () => (await doorsOf([door.tenancyId])).get(door.tenancyId)?.manners;
    expect(await manners()).toMatchObject({ safetyNote: "Hond is los.", safetyBy: "Joke", safetyUntil: "2026-03-13" });
    await endSafetyNotes(prisma(), day("2026-03-13"));
    expect(await manners()).toMatchObject({ safetyNote: "Hond is los." });
    await endSafetyNotes(prisma(), day("2026-03-14"));
    expect(await manners()).toMatchObject({ safetyNote: null, safetyBy: null, safetyUntil: null });
  });

  it("is for visitors' safety: they go by two, its text is in no audit row and never with the caretaker", async () => {
    const door = await behindTheDoor({ today, unpaid: 3 });
    const secret = "Hond loopt los op de galerij";
    await recordSafetyNote(joke, safetyNoteSchema.parse(form(door, { safetyNote: secret })));
    expect((await factsOf(door))?.people).toMatchObject([{ safetyNote: true }]);
    expect(await prisma().assessment.findFirst({ where: { tenancyId: door.tenancyId }, orderBy: { id: "desc" } })).toMatchObject({
      answer: { contact: { reasons: expect.arrayContaining([expect.objectContaining({ code: "visit-by-two" })]) } },
    });
    const rows = await pool().query("SELECT detail::text FROM audit_event UNION ALL SELECT value FROM earlier_value");
    expect(JSON.stringify(rows.rows)).not.toContain("Hond");
    const ronald = await colleague("caretaker", "Ronald", [door.buildingId]);
    expect(JSON.stringify(await doorTasks(ronald, today))).not.toContain("Hond");
    await recordSafetyNote(joke, safetyNoteSchema.parse(form(door, { gone: "true" })));
    expect((await personOf(door)).safetyNote).toBeNull();
  });

  it("is kept by who calls and visits, not by a caretaker or the board", () => {
    const acts = ["recordSmsWish", "recordLanguage", "recordPreference", "recordSafetyNote"] as const;
    for (const one of acts) {
      expect([allowed("finance", `action:cases.${one}`), allowed("consultant", `action:cases.${one}`)]).toEqual([true, true]);
      expect([allowed("caretaker", `action:cases.${one}`), allowed("management", `action:cases.${one}`)]).toEqual([false, false]);
    }
  });
});

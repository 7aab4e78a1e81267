import { beforeAll, describe, expect, it } from "vitest";
import { saw } from "@/lib/audit/jobs";
import { type Actor, knownActor, SYSTEM } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { reassess } from "@/lib/cases/commands/reassess";
import { addNoteSchema } from "@/lib/cases/schema/calls";
import { openEnvelope } from "@/lib/field/jobs";
import { importFiles } from "@/lib/intake/commands/import-files";
import { day } from "@/lib/kernel/day";
import { inTransaction, pool, prisma } from "@/lib/platform/db";
import { erasePerson } from "@/lib/privacy/commands/erase";
import { exportPerson } from "@/lib/privacy/commands/export";
import { endHold, holdPerson } from "@/lib/privacy/commands/hold";
import { setTerm } from "@/lib/privacy/commands/set-term";
import { retain } from "@/lib/privacy/jobs";
import { accessLog } from "@/lib/privacy/queries/access-log";
import { dueCounts } from "@/lib/privacy/queries/terms";
import { behindTheDoor, colleague, type Door, newId, openOffice, pays, person, RENT, setClock } from "../factories/door";
import { erp } from "../factories/erp";
import { deposits, plannedVisit, takesDay, visitOf } from "../factories/phone";
import { asOwner } from "./database";

const today = day("2026-03-12");
let joke: Actor;
let officer: Actor;

beforeAll(async () => {
  await openOffice(today);
  joke = await colleague("consultant", "Joke");
  officer = knownActor({ ...(await colleague("privacy", "Petra")), buildingIds: null });
});

const SURNAME = "Zwartjesveld";
const WORDS = [SURNAME, "kleindochter Roosmarijn", "NL91ABNA0417164300", "0612340099"];

/** Somebody of whom everything was written down, with words that occur nowhere else. */
async function knownTenant(): Promise<Door & { visitId: number }> {
  const door = await behindTheDoor({ today, lastName: SURNAME });
  const { tenancyId, personId, caseId } = door;
  const words = WORDS.join(" ");
  await prisma().contactPoint.create({ data: { personId, kind: "mobile", value: "0612340099" } });
  await addNote(joke, addNoteSchema.parse({ commandId: newId(), tenancyId, text: words }));
  const at = new Date("2026-03-12T10:00:00Z");
  const long = { tenancyId, staffId: joke.staffId };
  await prisma().attempt.create({
    data: {
      ...{ ...long, caseId, personId, channel: "call", day: new Date(today), part: "morning", at, outcome: "spoke" },
      ...{ number: "0612340099", note: words },
    },
  });
  await prisma().disclosure.create({
    data: { ...long, caseId, kind: "wants-help", detail: words, saidOn: new Date(today), recordedAt: at },
  });
  await prisma().outboxMessage.create({
    data: {
      ...{ ...long, caseId, personId, channel: "sms", recipient: "0612340099", body: words, status: "delivered" },
      ...{ reference: newId(), createdAt: at, statusAt: at },
    },
  });
  await prisma().smsReply.create({
    data: { providerId: newId(), sender: "0612340099", body: words, tenancyId, personId, sentAt: at, recordedAt: at },
  });
  const letter = await prisma().letter.create({
    data: { tenancyId, caseId, kind: "confirm-promise", ordinal: 1, about: { words }, askedOn: new Date(today), recordedAt: at },
  });
  await prisma().letterPrint.create({
    data: { letterId: letter.id, pdf: Buffer.from(words), page: { address: [SURNAME] }, madeAt: at },
  });
  await prisma().hold.create({
    data: {
      ...long,
      reason: "other",
      note: words,
      fromDay: new Date(today),
      reviewOn: new Date(today),
      endedOn: new Date(today),
    },
  });
  await prisma().tenancyIban.create({ data: { tenancyId, iban: "NL91ABNA0417164300", recordedAt: at } });
  await prisma().tenancy.update({ where: { id: tenancyId }, data: { paymentReference: words.slice(0, 60) } });
  await prisma().ledgerEntry.create({
    data: {
      ...{ tenancyId, kind: "payment", amountCents: 1n, bookedOn: new Date(today), source: "bank", sourceNumber: newId() },
      ...{ description: `Huur ${words}`, recordedAt: at },
    },
  });
  await prisma().formDraft.create({
    data: { staffId: joke.staffId ?? 0, subject: `dossier/${tenancyId}`, form: "notitie", fields: { note: words }, savedAt: at },
  });
  // A field that changed is remembered too.
  await prisma().person.update({ where: { id: personId }, data: { language: "Turks", lastName: `${SURNAME}-Oud` } });
  await prisma().person.update({ where: { id: personId }, data: { lastName: SURNAME } });
  const visit = await prisma().visit.create({
    data: {
      ...{ tenancyId, caseId, round: 1, ordinal: 7, purpose: "own-plan", askedOn: new Date(today), doneOn: new Date(today) },
      ...{ outcome: "spoke-inside", note: words, fileNote: words, budget: { payDay: words } },
    },
  });
  return { ...door, visitId: visit.id };
}

/** They moved out so many days ago, everything was paid, and the case is closed. */
async function left(door: Door, on: string): Promise<void> {
  await pays(door.tenancyId, RENT, today);
  await asOwner("UPDATE tenancy SET ends_on = $2::date WHERE id = $1", [door.tenancyId, on]);
  await prisma().tenancy.update({ where: { id: door.tenancyId }, data: { endsOn: new Date(on) } });
  await inTransaction((db) => reassess(db, joke, [door.tenancyId]));
  await prisma().arrearsCase.updateMany({
    where: { tenancyId: door.tenancyId, closedOn: null },
    data: { closedOn: new Date(on), closedReason: "departed" },
  });
}

/** In which tables any of these words stands, whichever column. */
async function whereItStands(words: readonly string[]): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const bytes = await asOwner<{ column: string }>(
      "SELECT attname AS column FROM pg_attribute WHERE attrelid = $1::regclass AND atttypid = 'bytea'::regtype AND attnum > 0",
      [name],
    );
    const text = ["x::text", ...bytes.map(({ column }) => `convert_from(x.${column}, 'LATIN1')`)].join(" || ");
    const rows = await asOwner<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} x WHERE EXISTS (SELECT FROM unnest($1::text[]) w WHERE (${text}) ILIKE '%' || w || '%')`,
      [words],
    );
    if ((rows[0]?.count ?? 0) > 0) found.push(name);
  }
  return found.sort();
}
const sums = async (tenancyId: number) =>
  (
    await asOwner<{ sum: string; count: string }>(
      "SELECT sum(amount_cents)::text AS sum, count(*)::text AS count FROM ledger_entry WHERE tenancy_id = $1",
      [tenancyId],
    )
  )[0];

describe("somebody who asks to be forgotten", () => {
  it("stands nowhere any more, in no table, column, earlier value or draft, while what was paid and counted stays", async () => {
    const door = await knownTenant();
    const before = await whereItStands(WORDS);
    expect(before.length).toBeGreaterThan(12);
    await left(door, "2026-03-01");
    const [money, tries] = [await sums(door.tenancyId), await prisma().attempt.count({ where: { tenancyId: door.tenancyId } })];
    expect(await erasePerson(officer, { personId: door.personId })).toEqual({ ok: true, value: { personId: door.personId } });
    expect(await whereItStands([...WORDS, door.mobile, "Turks"])).toEqual([]);
    expect([await sums(door.tenancyId), await prisma().attempt.count({ where: { tenancyId: door.tenancyId } })]).toEqual([
      money,
      tries,
    ]);
    expect(await prisma().erasure.findMany({ where: { personId: door.personId } })).toMatchObject([{ because: "asked" }]);
    expect(await erasePerson(officer, { personId: door.personId }), "twice is once").toMatchObject({ code: "erased" });
  });

  it("is refused, with why, while the contract runs, something is owed or a hold stands", async () => {
    const door = await behindTheDoor({ today });
    const { personId } = door;
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "tenancy-runs" });
    await prisma().tenancy.update({ where: { id: door.tenancyId }, data: { endsOn: new Date("2026-03-01") } });
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "case-open" });
    await prisma().arrearsCase.updateMany({
      where: { tenancyId: door.tenancyId },
      data: { closedOn: new Date(today), closedReason: "departed" },
    });
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "owes" });
    await pays(door.tenancyId, RENT, today);
    const held = await holdPerson(officer, { personId, reason: "Zaak bij de rechtbank" });
    expect(await erasePerson(officer, { personId })).toMatchObject({ ok: false, code: "legal-hold" });
    await endHold(officer, { holdId: held.ok ? held.value.holdId : 0 });
    expect((await erasePerson(officer, { personId })).ok).toBe(true);
  });

  it("leaves alone what is a co-tenant's, until they are forgotten too", async () => {
    const door = await knownTenant();
    const second = await person(door.tenancyId, "co-tenant", "Achterblijver", "+31699999999");
    await left(door, "2026-03-01");
    await erasePerson(officer, { personId: door.personId });
    expect(await prisma().caseNote.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
    expect(await prisma().person.findUnique({ where: { id: second } })).toMatchObject({ lastName: "Achterblijver" });
    await erasePerson(officer, { personId: second });
    expect(await whereItStands(["Achterblijver", ...WORDS])).toEqual([]);
  });

  it("does not come back with a file that still names them, until they rent again", async () => {
    const door = await behindTheDoor({ today, lastName: "Wederkomst" });
    const { number } = await prisma().tenancy.findUniqueOrThrow({ where: { id: door.tenancyId } });
    await prisma().person.update({ where: { id: door.personId }, data: { number: "R900001" } });
    await left(door, "2026-03-01");
    await erasePerson(officer, { personId: door.personId });
    const row = { contractnummer: number, relatienummer: "R900001", rol: "huurder", achternaam: "Wederkomst", aanhef: "mw" };
    const bring = async () => (await importFiles(SYSTEM, [erp("huurders", [row])]))[0];
    expect(await bring()).toMatchObject({ lines: 1, ignored: 1, added: 0 });
    expect(await whereItStands(["Wederkomst"])).toEqual([]);
    await prisma().tenancy.update({ where: { id: door.tenancyId }, data: { endsOn: null } });
    expect(await bring()).toMatchObject({ added: 1 });
  });

  it("cannot be erased by the program past its own rule: the database looks too", async () => {
    const door = await behindTheDoor({ today });
    await expect(pool().query("SELECT erase_person($1, now())", [door.personId])).rejects.toThrow("tenancy-runs");
    await expect(pool().query("SELECT * FROM forget_logs(now(), now())")).rejects.toThrow("a year");
    await expect(
      pool().query("SELECT set_config('aanbel.erasing', 'yes', false); UPDATE ledger_entry SET description = 'x'"),
    ).rejects.toThrow(/permission denied/);
  });

  it("is forgotten also by what a phone brings in afterwards", async () => {
    const { door, visitId, phone } = await plannedVisit(joke, joke, today);
    const envelope = await visitOf(phone, visitId, {
      outcome: "spoke-inside",
      seen: [],
      agreed: [],
      note: "Laatkomer Tuinbonenpad",
    });
    await left(door, "2026-03-01");
    expect((await erasePerson(officer, { personId: door.personId })).ok).toBe(true);
    expect((await deposits(phone.day.token, envelope)).status).toBe(200);
    await openEnvelope({ envelopeId: envelope.id });
    expect(await whereItStands(["Tuinbonenpad"])).toEqual([]);
    expect((await takesDay(joke)).day.doors.some(({ tenancyId }) => tenancyId === door.tenancyId)).toBe(false);
  });
});

describe("everything about somebody as a file", () => {
  it("holds what was written down, and that it was asked for, by whom and why", async () => {
    const door = await knownTenant();
    const made = await exportPerson(officer, { personId: door.personId, reason: "Verzoek van mevrouw zelf" });
    const json = made.ok ? made.value.json : "{}";
    for (const word of WORDS) expect(json).toContain(word);
    expect(Object.keys(JSON.parse(json))).toEqual(
      expect.arrayContaining(["person", "ledger_entry", "attempt", "case_note", "visit", "letter", "sms_reply"]),
    );
    const seen = await prisma().accessEvent.findMany({ where: { what: "person", subject: String(door.personId) } });
    expect(seen).toMatchObject([{ staffId: officer.staffId, reason: "Verzoek van mevrouw zelf" }]);
  });

  it("knows every table that hangs on a tenancy or a person, or says why not", async () => {
    const { readFileSync } = await import("node:fs");
    const statement = readFileSync("lib/privacy/sql/person-file.sql", "utf8");
    // Sums of what is in it already, guesses about whose a receipt is, and what only serves the program.
    const derived =
      "bank_line_before bank_part bulk_row case_claim command cross_source_duplicate erp_balance field_envelope month_position rehearsal_change audit_event legal_hold erasure";
    const tables = await asOwner<{ name: string }>(
      "SELECT DISTINCT table_name AS name FROM information_schema.columns JOIN information_schema.tables t USING (table_schema, table_name) WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND column_name IN ('tenancy_id', 'person_id')",
    );
    const known = new Set([
      ...derived.split(" "),
      ...[...statement.matchAll(/FROM (\w+) x|JOIN (\w+) x/g)].map(([, a, b]) => a ?? b ?? ""),
    ]);
    expect(tables.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("what is kept long enough", () => {
  it("goes at night, people two years after they left, as many as were counted before", async () => {
    const [gone, stays, owing] = [await knownTenant(), await knownTenant(), await behindTheDoor({ today })];
    await left(gone, "2024-03-10");
    await left(stays, "2024-03-20");
    await prisma().tenancy.update({ where: { id: owing.tenancyId }, data: { endsOn: new Date("2023-01-01") } });
    const counted = await dueCounts(today);
    expect(counted.departed).toBe(1);
    const counts = await retain();
    expect(counts.departed).toBe(1);
    const erased = async ({ personId }: Door) =>
      (await prisma().person.findUniqueOrThrow({ where: { id: personId } })).erasedAt !== null;
    expect([await erased(gone), await erased(stays), await erased(owing)]).toEqual([true, false, false]);
    expect((await retain()).departed, "and the next night none").toBe(0);
    await setTerm(officer, { code: "departed", months: 120, source: "Beleid 2026" });
    await setClock("2027-03-12");
    expect((await dueCounts(day("2027-03-12"))).departed).toBe(0);
    expect(await setTerm(officer, { code: "departed", months: 1, source: "Foutje" })).toMatchObject({ code: "term-short" });
    await setClock(today);
  });
});

describe("who saw what", () => {
  it("is one row of a looking, not one of each time a page is shown, and nothing can change it", async () => {
    const door = await behindTheDoor({ today });
    for (let nth = 0; nth < 3; nth++) await saw(joke, "case", { tenancyId: door.tenancyId });
    expect(await prisma().accessEvent.count({ where: { tenancyId: door.tenancyId } })).toBe(1);
    await expect(pool().query("UPDATE access_event SET staff_id = 1")).rejects.toThrow(/permission denied/);
    await expect(pool().query("DELETE FROM access_event")).rejects.toThrow(/permission denied/);
  });

  it("is read by the privacy officer, and by everybody else only of themselves", async () => {
    const { id: _, ...span } = { id: 0, from: day("2020-01-01"), until: day("2099-01-01") };
    const [all, own] = [
      await accessLog(officer, { ...span, number: null, staffId: null }),
      await accessLog(await colleague("management", "Mieke"), { ...span, number: null, staffId: joke.staffId }),
    ];
    expect(all.some(({ name }) => name === "Joke Proef")).toBe(true);
    expect(own).toEqual([]);
  });
});

import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/cases/commands/desk/add-note";
import { reassess } from "@/lib/cases/commands/reassess";
import { addNoteSchema } from "@/lib/cases/schema/calls";
import type { Day } from "@/lib/kernel/day";
import { inTransaction, prisma } from "@/lib/platform/db";
import { asOwner } from "../integration/database";
import { behindTheDoor, type Door, newId, pays, RENT } from "./door";

export const SURNAME = "Zwartjesveld";
export const WORDS = [SURNAME, "kleindochter Roosmarijn", "NL91ABNA0417164300", "0612340099"];

/** Somebody of whom everything was written down, with words that occur nowhere else. */
export async function knownTenant(joke: Actor, today: Day): Promise<Door & { visitId: number }> {
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
      ...{ tenancyId, kind: "charge", category: "other", amountCents: 1n, bookedOn: new Date(today), dueOn: new Date(today) },
      ...{ source: "erp", sourceNumber: newId(), recordedAt: at },
    },
  });
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
export async function left(joke: Actor, today: Day, door: Door, on: string): Promise<void> {
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
export async function whereItStands(words: readonly string[]): Promise<string[]> {
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
export const sums = async (tenancyId: number) =>
  (
    await asOwner<{ sum: string; count: string }>(
      "SELECT sum(amount_cents)::text AS sum, count(*)::text AS count FROM ledger_entry WHERE tenancy_id = $1",
      [tenancyId],
    )
  )[0];

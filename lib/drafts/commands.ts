import type { Actor } from "../auth/actor";
import { type DraftFields, isBlank, SHARED_FIELD } from "../kernel/draft";
import { now } from "../platform/clock";
import { type Db, inTransaction, prisma } from "../platform/db";
import { DRAFT_DAYS } from "./domain";
import type { DraftInput } from "./schema";

/** Keeps what this colleague typed so far in place of what was kept of the same form; nothing typed keeps nothing. The moment of it. */
export async function keepDraft(actor: Actor, { subject, form, fields }: DraftInput): Promise<Date> {
  const { moment: savedAt } = await now();
  if (actor.staffId === null) return savedAt;
  const key = { staffId: actor.staffId, subject, form };
  if (fields === null || isBlank(fields)) {
    await prisma().formDraft.deleteMany({ where: key });
    return savedAt;
  }
  await prisma().formDraft.upsert({
    where: { staffId_subject_form: key },
    create: { ...key, fields, savedAt },
    update: { fields, savedAt },
  });
  return savedAt;
}

/** The form was recorded: its draft goes, and so does the same note where it stood with other forms of the same subject. */
export async function forgetDraft(actor: Actor, subject: string, form: string, note: string | null): Promise<void> {
  const { staffId } = actor;
  if (staffId === null) return;
  await inTransaction(async (db) => {
    await db.formDraft.deleteMany({ where: { staffId, subject, form } });
    if (note) await forgetNote(db, staffId, subject, note);
  });
}

async function forgetNote(db: Db, staffId: number, subject: string, note: string): Promise<void> {
  for (const other of await db.formDraft.findMany({ where: { staffId, subject } })) {
    const { [SHARED_FIELD]: kept, ...rest } = other.fields as DraftFields;
    if (kept !== note) continue;
    const where = { staffId, subject, form: other.form };
    if (isBlank(rest)) await db.formDraft.deleteMany({ where });
    else await db.formDraft.updateMany({ where, data: { fields: rest } });
  }
}

const DAY_MS = 86_400_000;

/** Takes away what nobody came back to. */
export async function forgetOldDrafts(): Promise<number> {
  const { moment } = await now();
  const old = new Date(moment.getTime() - DRAFT_DAYS * DAY_MS);
  return (await prisma().formDraft.deleteMany({ where: { savedAt: { lt: old } } })).count;
}

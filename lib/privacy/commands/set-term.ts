import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { TERMS, type TermCode } from "../domain/terms";
import { RETENTION, terms } from "../queries/terms";

/** How long one kind is kept, from tonight on, and where that comes from. */
export const setTerm = (
  actor: Actor,
  { code, months, source }: { code: TermCode; months: number; source: string },
): Promise<Outcome<{ code: string }, "term-short">> =>
  inTransaction(async (db) => {
    if (months < TERMS[code].least) return refused("term-short", { least: TERMS[code].least });
    const { day, moment } = await now(db);
    const before = (await terms(db)).find((one) => one.code === code);
    const row = await db.setting.findUnique({ where: { key: RETENTION } });
    const value = { ...((row?.value ?? {}) as Record<string, object>), [code]: { months, source, since: day } };
    await db.setting.upsert({ where: { key: RETENTION }, create: { key: RETENTION, value }, update: { value } });
    const detail = { code, before: before?.months ?? 0, after: months, source };
    await db.auditEvent.create({ data: { at: moment, staffId: actor.staffId, action: "privacy.setTerm", detail } });
    return done({ code });
  });

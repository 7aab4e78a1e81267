import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now, now } from "@/lib/platform/clock";
import { type Db, inTransaction, prisma, sqlOf } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { policyOn } from "@/lib/policies/queries/in-force";
import { keptValuesSchema } from "@/lib/policies/schema";
import { triedDays } from "../queries/days";
import type { AskInput, ReadInput } from "../schema";

/** Asks for a rehearsal of a draft as it stands now; the worker does it. One of the same values that still runs is not begun again. */
export function askRehearsal(actor: Actor, { versionId }: AskInput): Promise<Outcome<{ rehearsalId: number }>> {
  return inTransaction(async (db) => {
    await sqlOf(db)("SELECT id FROM policy_version WHERE id = $1 FOR UPDATE", [versionId]);
    const draft = await db.policyVersion.findUnique({ where: { id: versionId } });
    if (!draft) return refused("not-found");
    if (draft.activatedAt || draft.withdrawnAt) return refused("not-a-draft", { version: draft.version });
    const values = draft.values as object;
    const running = await db.rehearsal.findFirst({
      where: { versionId, kind: "rehearsal", finishedAt: null, failedAt: null, values: { equals: values } },
    });
    if (running) return done({ rehearsalId: running.id });
    const at = await now(db);
    const rehearsalId = await begin(db, at, { id: versionId, values }, "rehearsal", actor.staffId);
    const detail = { version: draft.version, rehearsalId };
    await record(db, { actor, action: "rehearsals.ask", detail, at: at.moment });
    await enqueue("rehearse", { rehearsalId }, db);
    return done({ rehearsalId });
  });
}

/** Its values as they are kept: a rehearsal counts for exactly those. */
type Draft = { readonly id: number; readonly values: object };

async function begin(db: Db, at: Now, draft: Draft, kind: "rehearsal" | "shadow", staffId: number | null): Promise<number> {
  const { version } = await policyOn(sqlOf(db), at.day, at.moment);
  const { graceWorkingDays } = keptValuesSchema.parse(draft.values);
  const days = kind === "shadow" ? 1 : (await triedDays(at.day, graceWorkingDays, at.moment)).length;
  const made = await db.rehearsal.create({
    data: {
      ...{ versionId: draft.id, baseVersion: Number(version), values: draft.values, kind, days },
      ...{ day: dateOf(at.day), knownAt: at.moment, askedBy: staffId, askedAt: at.moment },
    },
    select: { id: true },
  });
  return made.id;
}

/** Begins tonight's silent run of every draft that runs along. Twice on one day, the same ones are answered. */
export async function beginShadows(): Promise<number[]> {
  return inTransaction(async (db) => {
    const at = await now(db);
    const drafts = await db.policyVersion.findMany({
      where: { shadowSince: { not: null }, activatedAt: null, withdrawnAt: null },
    });
    const ids: number[] = [];
    for (const { id, values } of drafts) {
      const tonight = await db.rehearsal.findFirst({ where: { versionId: id, kind: "shadow", day: dateOf(at.day) } });
      ids.push(tonight?.id ?? (await begin(db, at, { id, values: values as object }, "shadow", null)));
    }
    return ids;
  });
}

/** A colleague read what a rehearsal found. The first time counts. */
export async function markRead(actor: Actor, { rehearsalId }: ReadInput): Promise<Outcome<{ rehearsalId: number }>> {
  const { staffId } = actor;
  if (staffId === null) return refused("not-found");
  return inTransaction(async (db) => {
    const rehearsal = await db.rehearsal.findUnique({ where: { id: rehearsalId } });
    if (!rehearsal) return refused("not-found");
    if (!rehearsal.finishedAt) return refused("not-finished");
    const { moment } = await now(db);
    const { count } = await db.rehearsalReading.createMany({
      data: [{ rehearsalId, staffId, readAt: moment }],
      skipDuplicates: true,
    });
    if (count > 0) await record(db, { actor, action: "rehearsals.markRead", detail: { rehearsalId }, at: moment });
    return done({ rehearsalId });
  });
}

/** What the worker could not do is said on the screen, instead of a bar that stands still for good. */
export async function failRehearsal(rehearsalId: number): Promise<void> {
  await prisma().rehearsal.updateMany({ where: { id: rehearsalId, finishedAt: null }, data: { failedAt: (await now()).moment } });
}

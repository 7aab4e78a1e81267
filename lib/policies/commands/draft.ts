import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { changesBetween } from "@/lib/rules/thresholds";
import { inForceRow } from "../queries/in-force";
import { type EditInput, keptValuesSchema, type PrepareInput } from "../schema";

/** Versions are numbered in the order in which they are begun: one at a time. */
const NUMBERING_LOCK = 7320;

/** Begins a draft: a copy of the version in force today, with the reason why somebody wants another one. */
export function prepareDraft(actor: Actor, { reason }: PrepareInput): Promise<Outcome<{ id: number; version: number }>> {
  return inTransaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(${NUMBERING_LOCK}::bigint)`;
    const at = await now(db);
    const base = await inForceRow(sqlOf(db), at.day, at.moment);
    const { _max: last } = await db.policyVersion.aggregate({ _max: { version: true } });
    const made = await db.policyVersion.create({
      data: {
        ...{ version: (last.version ?? 0) + 1, name: base.name, values: base.values, basedOn: base.version, reason },
        ...{ madeBy: actor.staffId, recordedAt: at.moment, changedAt: at.moment },
      },
      select: { id: true, version: true },
    });
    const detail = { version: made.version, basedOn: base.version, reason };
    await record(db, { actor, action: "policies.prepareDraft", detail, at: at.moment });
    return done(made);
  });
}

/** Changes the values of a draft. A rehearsal of the values before no longer counts for activating it. */
export function editDraft(actor: Actor, { versionId, reason, values }: EditInput): Promise<Outcome<{ changed: number }>> {
  return inTransaction(async (db) => {
    const draft = await lockedDraft(db, versionId);
    if (!draft.ok) return draft;
    const at = await now(db);
    const changes = changesBetween(keptValuesSchema.parse(draft.value.values), values);
    if (changes.length === 0 && draft.value.reason === reason) return done({ changed: 0 });
    await db.policyVersion.update({ where: { id: versionId }, data: { values, reason, changedAt: at.moment } });
    const detail = { version: draft.value.version, changes: changes as object[] };
    await record(db, { actor, action: "policies.editDraft", detail, at: at.moment });
    return done({ changed: changes.length });
  });
}

/** A version that is still a draft, locked until the transaction ends. */
export async function lockedDraft(db: Db, id: number) {
  await sqlOf(db)("SELECT id FROM policy_version WHERE id = $1 FOR UPDATE", [id]);
  const row = await db.policyVersion.findUnique({ where: { id } });
  if (!row) return refused("not-found");
  return row.activatedAt || row.withdrawnAt ? refused("not-a-draft", { version: row.version }) : done(row);
}

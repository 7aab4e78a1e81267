import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { addDays } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf, now } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { policyOn } from "../queries/in-force";
import type { ActivateInput, ShadowInput, VersionInput } from "../schema";
import { lockedDraft } from "./draft";

/** One at a time, whoever presses. */
const ACTIVATING_LOCK = 7321;
/** Further ahead is a slip of the pen. */
const DAYS_AHEAD = 366;

/**
 * Puts a draft in force from a day on, today at the earliest. Whoever does it has read what it would have changed: a
 * rehearsal of exactly these values, beside the version that is in force now.
 */
export function activateVersion(actor: Actor, { versionId, from }: ActivateInput): Promise<Outcome<{ version: number }>> {
  return inTransaction(async (db) => {
    const draft = await lockedDraft(db, versionId);
    if (!draft.ok) return draft;
    const { version, reason } = draft.value;
    await db.$executeRaw`SELECT pg_advisory_xact_lock(${ACTIVATING_LOCK}::bigint)`;
    const at = await now(db);
    if (from < at.day) return refused("day-passed", { today: at.day });
    if (from > addDays(at.day, DAYS_AHEAD)) return refused("day-too-far", { most: addDays(at.day, DAYS_AHEAD) });
    // Of two that wait for their day the second would undo the first, and neither was tried beside the other.
    const coming = await db.policyVersion.findFirst({ where: { withdrawnAt: null, effectiveFrom: { gt: dateOf(at.day) } } });
    if (coming?.effectiveFrom) return refused("another-coming", { version: coming.version, from: dayOf(coming.effectiveFrom) });
    const { version: base } = await policyOn(sqlOf(db), at.day, at.moment);
    const read = await rehearsed(db, versionId, Number(base), actor.staffId);
    if (read !== "read") return refused(read);
    await db.policyVersion.update({
      where: { id: versionId },
      data: { effectiveFrom: dateOf(from), activatedAt: at.moment, activatedBy: actor.staffId, shadowSince: null },
    });
    await record(db, { actor, action: "policies.activate", detail: { version, from, reason }, at: at.moment });
    return done({ version });
  });
}

type Rehearsed = "read" | "not-rehearsed" | "not-read";

/** How far the rehearsal of a draft's present values is, for one colleague. */
async function rehearsed(db: Db, versionId: number, base: number, staffId: number | null): Promise<Rehearsed> {
  const rows = await sqlOf(db)<{ read: boolean }>(sqlFile("policies/rehearsed"), [versionId, base, staffId]);
  if (rows.length === 0) return "not-rehearsed";
  return rows.some((row) => row.read) ? "read" : "not-read";
}

/** Takes a draft back, or a version whose day has not come. What once decided stays what it was. */
export function withdrawVersion(actor: Actor, { versionId }: VersionInput): Promise<Outcome<{ version: number }>> {
  return inTransaction(async (db) => {
    await sqlOf(db)("SELECT id FROM policy_version WHERE id = $1 FOR UPDATE", [versionId]);
    const row = await db.policyVersion.findUnique({ where: { id: versionId } });
    if (!row) return refused("not-found");
    const at = await now(db);
    if (row.withdrawnAt) return refused("withdrawn", { version: row.version });
    if (row.effectiveFrom && row.effectiveFrom <= dateOf(at.day)) return refused("in-force", { version: row.version });
    const data = { withdrawnOn: dateOf(at.day), withdrawnAt: at.moment, withdrawnBy: actor.staffId };
    await db.policyVersion.update({ where: { id: versionId }, data });
    await record(db, { actor, action: "policies.withdraw", detail: { version: row.version }, at: at.moment });
    return done({ version: row.version });
  });
}

/** Lets a draft run along silently each night, or stops that. */
export function setShadow(actor: Actor, { versionId, on }: ShadowInput): Promise<Outcome<{ on: boolean }>> {
  return inTransaction(async (db) => {
    const draft = await lockedDraft(db, versionId);
    if (!draft.ok) return draft;
    const at = await now(db);
    if ((draft.value.shadowSince !== null) === on) return done({ on });
    await db.policyVersion.update({ where: { id: versionId }, data: { shadowSince: on ? at.moment : null } });
    await record(db, { actor, action: "policies.setShadow", detail: { version: draft.value.version, on }, at: at.moment });
    return done({ on });
  });
}

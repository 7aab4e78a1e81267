import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import { type EvictionReason, endsLegal, type Household, LEGAL_RUNNING, type LegalStepKind } from "./domain";

interface NewStep {
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly kind: LegalStepKind;
  readonly day: Day;
  readonly detail?: string;
}

/** Records a step of law on its day. One that ends what ran (averted, keys returned, stopped) ends the steps before it. */
export async function recordLegalStep(
  db: Db,
  actor: Actor,
  now: Now,
  step: NewStep,
): Promise<Outcome<{ legalStepId: number }, "day-ahead">> {
  // An eviction day is announced for later; everything else has happened when it is written down.
  if (step.day > now.day && step.kind !== "eviction-notice") return refused("day-ahead");
  if (endsLegal(step.kind)) await endRunning(db, now, step.tenancyId, step.day);
  const saved = await db.legalStep.create({
    data: {
      tenancyId: step.tenancyId,
      caseId: step.caseId,
      kind: step.kind,
      day: dateOf(step.day),
      detail: step.detail ?? null,
      staffId: actor.staffId,
      recordedAt: now.moment,
    },
  });
  return done({ legalStepId: saved.id });
}

const endRunning = (db: Db, now: Now, tenancyId: number, day: Day) =>
  db.legalStep.updateMany({
    where: { tenancyId, endedOn: null, undoneAt: null, kind: { in: Object.keys(LEGAL_RUNNING) } },
    data: { endedOn: dateOf(day), endedAt: now.moment },
  });

/** A step recorded by mistake: it counts nowhere, and what it ended at that moment runs again. */
export async function takeBackLegalStep(db: Db, now: Now, legalStepId: number): Promise<void> {
  const { tenancyId, recordedAt } = await db.legalStep.update({ where: { id: legalStepId }, data: { undoneAt: now.moment } });
  await db.legalStep.updateMany({ where: { tenancyId, endedAt: recordedAt }, data: { endedOn: null, endedAt: null } });
}

interface NewEviction {
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly carriedOutOn: Day;
  readonly reason: EvictionReason;
  readonly household: Household;
  readonly note?: string;
}

/** An eviction counts on the day it was carried out. */
export async function recordEviction(
  db: Db,
  actor: Actor,
  now: Now,
  eviction: NewEviction,
): Promise<Outcome<{ evictionId: number }, "day-ahead" | "already-evicted">> {
  if (eviction.carriedOutOn > now.day) return refused("day-ahead");
  const { carriedOutOn, note, ...rest } = eviction;
  const known = await db.eviction.count({ where: { tenancyId: eviction.tenancyId, undoneAt: null } });
  if (known > 0) return refused("already-evicted");
  const saved = await db.eviction.create({
    data: { ...rest, carriedOutOn: dateOf(carriedOutOn), note: note ?? null, staffId: actor.staffId, recordedAt: now.moment },
  });
  return done({ evictionId: saved.id });
}

/** An eviction recorded by mistake: it counts nowhere. */
export async function takeBackEviction(db: Db, now: Now, evictionId: number): Promise<void> {
  await db.eviction.update({ where: { id: evictionId }, data: { undoneAt: now.moment } });
}

import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Agreed, Seen, VisitOutcome } from "../domain/visit";

interface MadeVisit {
  readonly visitId: number;
  readonly commandId: string;
  readonly outcome: VisitOutcome;
  readonly seen: readonly Seen[];
  readonly agreed: readonly Agreed[];
  readonly note?: string;
}

/**
 * Keeps what happened at a visit. One withdrawn meanwhile (the tenant paid this morning) was still made: it counts, and
 * is not lost.
 */
export async function logVisit(
  db: Db,
  actor: Actor,
  now: Now,
  made: MadeVisit,
): Promise<Outcome<EarlierVisit, "not-found" | "visit-done">> {
  const visit = await db.visit.findUnique({ where: { id: made.visitId } });
  if (!visit) return refused("not-found");
  if (visit.doneOn) return refused("visit-done");
  await db.visit.update({
    where: { id: made.visitId },
    data: {
      doneOn: dateOf(now.day),
      doneAt: now.moment,
      part: visit.part ?? now.part,
      outcome: made.outcome,
      seen: [...made.seen],
      agreed: [...made.agreed],
      note: made.note ?? visit.note,
      staffId: actor.staffId ?? visit.staffId,
      commandId: made.commandId,
      withdrawnOn: null,
      withdrawnAt: null,
      withdrawnFor: null,
    },
  });
  const { part, note, staffId, withdrawnOn, withdrawnAt, withdrawnFor } = visit;
  const withdrawn = { withdrawnOn: withdrawnOn?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  return done({ part, note, staffId, ...withdrawn, withdrawnFor });
}

/** A visit before it was recorded as made, days and moments as ISO texts. */
export interface EarlierVisit {
  readonly part: string | null;
  readonly note: string | null;
  readonly staffId: number | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnFor: string | null;
}

/**
 * The visit recorded by this command was not made: it stands as before, or is called off when the case has another one by now.
 * Answers what had been written down, to be kept with the act.
 */
export async function takeBackVisit(
  db: Db,
  now: Now,
  commandId: string,
  before: EarlierVisit | null,
): Promise<Outcome<{ readonly outcome: string | null; readonly agreed: string[]; readonly note: string | null }, "not-found">> {
  const visit = await db.visit.findUnique({ where: { commandId } });
  if (!visit) return refused("not-found");
  const another = await db.visit.count({ where: { caseId: visit.caseId, doneOn: null, withdrawnOn: null } });
  await db.visit.update({
    where: { id: visit.id },
    data: {
      ...{ doneOn: null, doneAt: null, outcome: null, seen: [], agreed: [], commandId: null, note: null },
      ...before,
      ...(another > 0 && { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment }),
    },
  });
  return done({ outcome: visit.outcome, agreed: visit.agreed, note: visit.note });
}

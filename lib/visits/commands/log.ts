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
): Promise<Outcome<null, "not-found" | "visit-done">> {
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
  return done(null);
}

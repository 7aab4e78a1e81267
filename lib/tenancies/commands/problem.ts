import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { ProblemByHand } from "../domain/problem";

/** Opens the problem unless it is open already. */
export async function findProblem(db: Db, now: Now, tenancyId: number, kind: ProblemByHand): Promise<void> {
  const open = await db.dataProblem.findFirst({ where: { tenancyId, kind, endedOn: null }, select: { id: true } });
  if (!open) await db.dataProblem.create({ data: { tenancyId, kind, since: dateOf(now.day), recordedAt: now.moment } });
}

/** What was found at a moment does not stand: the act that found it is taken back. */
export async function unfindProblems(db: Db, now: Now, tenancyId: number, at: Date): Promise<void> {
  await db.dataProblem.updateMany({
    where: { tenancyId, endedOn: null, recordedAt: at },
    data: { endedOn: dateOf(now.day), endedAt: now.moment },
  });
}

/** Closes the problem, because somebody found out. */
export async function endProblem(db: Db, now: Now, tenancyId: number, kind: ProblemByHand): Promise<void> {
  await db.dataProblem.updateMany({
    where: { tenancyId, kind, endedOn: null },
    data: { endedOn: dateOf(now.day), endedAt: now.moment },
  });
}

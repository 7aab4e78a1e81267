import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";

/** Something about a tenancy that a person has to find out; what the facts themselves show is found by the rules. */
export type ProblemByHand =
  | "deceased-unverified"
  | "moved"
  | "wrong-address"
  | "worried"
  | "bell-broken"
  | "sms-undelivered"
  | "administrator-unknown";

/** Opens the problem unless it is open already. */
export async function findProblem(db: Db, now: Now, tenancyId: number, kind: ProblemByHand): Promise<void> {
  const open = await db.dataProblem.findFirst({ where: { tenancyId, kind, endedOn: null }, select: { id: true } });
  if (!open) await db.dataProblem.create({ data: { tenancyId, kind, since: dateOf(now.day), recordedAt: now.moment } });
}

/** Closes the problem, because somebody found out. */
export async function endProblem(db: Db, now: Now, tenancyId: number, kind: ProblemByHand): Promise<void> {
  await db.dataProblem.updateMany({ where: { tenancyId, kind, endedOn: null }, data: { endedOn: dateOf(now.day) } });
}

import type { Actor } from "@/lib/auth/actor";
import { addWorkingDays, isWorkingDay } from "@/lib/kernel/calendar";
import { type Day, weekday } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOrNull, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Policy } from "@/lib/rules/policy";
import type { Announcement, VisitPurpose } from "../domain/visit";

interface AskedVisit {
  readonly tenancyId: number;
  readonly caseId: number;
  readonly round: number;
  readonly purpose: VisitPurpose;
  readonly byTwo: boolean;
  readonly note?: string;
}

/** A person asks for a visit; one at a time per case. */
export async function askVisit(
  db: Db,
  now: Now,
  asked: AskedVisit,
  policy: Policy,
): Promise<Outcome<{ visitId: number }, "visit-open">> {
  const open = await db.visit.count({ where: { caseId: asked.caseId, doneOn: null, withdrawnOn: null } });
  if (open > 0) return refused("visit-open");
  const before = await db.visit.aggregate({
    where: { caseId: asked.caseId, round: asked.round, purpose: asked.purpose },
    _max: { ordinal: true },
  });
  const saved = await db.visit.create({
    data: {
      ...asked,
      note: asked.note ?? null,
      ordinal: (before._max.ordinal ?? 0) + 1,
      askedOn: dateOf(now.day),
      visitBefore: dateOf(addWorkingDays(now.day, policy.visitWithinWorkingDays)),
      recordedAt: now.moment,
    },
  });
  return done({ visitId: saved.id });
}

interface PlannedVisit {
  readonly visitId: number;
  readonly plannedFor: Day;
  readonly part: "morning" | "afternoon" | "evening";
  readonly announcedBy: Announcement;
  readonly byTwo: boolean;
  /** Who goes, and who goes along; left out: who plans it. */
  readonly goes?: number | undefined;
  readonly along?: number | undefined;
  /** Of an appointment: `10:30`. */
  readonly atTime?: string | undefined;
  /** Meant as it stands: at a weekend, or past the last day. */
  readonly sure: boolean;
}
type PlanRefusal =
  | "not-found"
  | "visit-done"
  | "visit-withdrawn"
  | "day-passed"
  | "visit-same-day"
  | "no-working-day"
  | "past-last-day"
  | "goes-twice";

/** Gives a visit its day. Nobody rings twice at one door on one day, whichever colleague plans it. */
export async function planVisit(
  db: Db,
  actor: Actor,
  now: Now,
  plan: PlannedVisit,
): Promise<Outcome<{ visitId: number }, PlanRefusal>> {
  const visit = await db.visit.findUnique({ where: { id: plan.visitId } });
  if (!visit) return refused("not-found");
  if (visit.doneOn) return refused("visit-done");
  if (visit.withdrawnOn) return refused("visit-withdrawn");
  if (plan.plannedFor < now.day) return refused("day-passed");
  if (plan.along !== undefined && plan.along === (plan.goes ?? actor.staffId)) return refused("goes-twice");
  // A Sunday is never right; the gate says so.
  if (!plan.sure && !isWorkingDay(plan.plannedFor) && weekday(plan.plannedFor) !== 7) return refused("no-working-day");
  const last = dayOrNull(visit.visitBefore);
  if (!plan.sure && last !== null && plan.plannedFor > last) return refused("past-last-day", { day: last });
  const on = dateOf(plan.plannedFor);
  const sameDay = await db.visit.count({
    where: {
      tenancyId: visit.tenancyId,
      id: { not: visit.id },
      withdrawnOn: null,
      OR: [{ plannedFor: on, doneOn: null }, { doneOn: on }],
    },
  });
  if (sameDay > 0) return refused("visit-same-day");
  const { visitId: id, part, announcedBy, byTwo, goes, along, atTime } = plan;
  await db.visit.update({
    where: { id },
    data: {
      ...{ part, announcedBy, plannedFor: on, plannedAt: now.moment, atTime: atTime ?? null },
      ...{ byTwo: byTwo || along !== undefined, staffId: goes ?? actor.staffId, withStaffId: along ?? null },
    },
  });
  return done({ visitId: id });
}

/** How a visit was planned before: days and moments as ISO texts. */
export interface EarlierPlan {
  readonly plannedFor: string | null;
  readonly part: string | null;
  readonly announcedBy: string | null;
  readonly byTwo: boolean;
  readonly plannedAt: string | null;
  readonly staffId: number | null;
  readonly withStaffId: number | null;
  readonly atTime: string | null;
}

/** The plan of a visit as it is now, to go back to. */
export async function planOf(db: Db, visitId: number): Promise<EarlierPlan | null> {
  const visit = await db.visit.findUnique({ where: { id: visitId } });
  if (!visit) return null;
  const { plannedFor, part, announcedBy, byTwo, plannedAt, staffId, withStaffId, atTime } = visit;
  const days = { plannedFor: plannedFor?.toISOString() ?? null, plannedAt: plannedAt?.toISOString() ?? null };
  return { ...days, part, announcedBy, byTwo, staffId, withStaffId, atTime };
}

/** The day that was given at a moment falls through: the visit is planned as it was before. Refused when it got another day since. */
export async function unplanVisit(
  db: Db,
  visitId: number,
  plannedAt: Date,
  before: EarlierPlan | null,
): Promise<Outcome<null, "visit-done" | "visit-withdrawn" | "cannot-undo">> {
  const visit = await db.visit.findUniqueOrThrow({ where: { id: visitId } });
  if (visit.doneOn) return refused("visit-done");
  if (visit.withdrawnOn) return refused("visit-withdrawn");
  if (visit.plannedAt?.getTime() !== plannedAt.getTime()) return refused("cannot-undo");
  await db.visit.update({
    where: { id: visitId },
    data: {
      plannedFor: before?.plannedFor ?? null,
      part: before?.part ?? null,
      announcedBy: before?.announcedBy ?? null,
      byTwo: before?.byTwo ?? false,
      plannedAt: before?.plannedAt ?? null,
      staffId: before?.staffId ?? null,
      withStaffId: before?.withStaffId ?? null,
      atTime: before?.atTime ?? null,
    },
  });
  return done(null);
}

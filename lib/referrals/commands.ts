import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { ReferralResult } from "./domain";

/** The tenant does not want contact details shared; what was asked for and not reported yet is withdrawn. */
export async function objectToSharing(
  db: Db,
  actor: Actor,
  now: Now,
  tenancyId: number,
): Promise<Outcome<null, "already-objected">> {
  const standing = await db.sharingObjection.count({ where: { tenancyId, withdrawnOn: null } });
  if (standing > 0) return refused("already-objected");
  await db.sharingObjection.create({
    data: { tenancyId, objectedOn: dateOf(now.day), staffId: actor.staffId, recordedAt: now.moment },
  });
  await db.referral.updateMany({
    where: { tenancyId, reportedOn: null, withdrawnOn: null },
    data: { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment },
  });
  return done(null);
}

/** What a report needs that other rooms know: the overdue amount, and the first of the four efforts that is not proven. */
interface Grounds {
  readonly overdue: Cents;
  readonly missing: string | null;
}
type ReportRefusal = "not-found" | "withdrawn" | "already-reported" | "objected" | "effort-missing";

/** A person confirms the report to the municipality. An objection always wins, and so does an effort that was not made. */
export async function report(
  db: Db,
  actor: Actor,
  now: Now,
  asked: { readonly referralId: number; readonly warmHandover: boolean; readonly receipt?: string },
  grounds: Grounds,
): Promise<Outcome<null, ReportRefusal>> {
  const referral = await db.referral.findUnique({ where: { id: asked.referralId } });
  if (!referral) return refused("not-found");
  if (referral.reportedOn) return refused("already-reported");
  if ((await db.sharingObjection.count({ where: { tenancyId: referral.tenancyId, withdrawnOn: null } })) > 0)
    return refused("objected");
  if (referral.withdrawnOn) return refused("withdrawn");
  if (grounds.missing !== null) return refused("effort-missing", { missing: grounds.missing.replaceAll("-", "_") });
  await db.referral.update({
    where: { id: referral.id },
    data: {
      reportedOn: dateOf(now.day),
      reportedAt: now.moment,
      amountCents: grounds.overdue,
      warmHandover: asked.warmHandover || referral.warmHandover,
      receipt: asked.receipt ?? null,
      staffId: actor.staffId,
    },
  });
  return done(null);
}

/** It was not reported after all: what the rules asked for waits again. Refused once the municipality answered. */
export async function takeBackReport(db: Db, referralId: number): Promise<Outcome<null, "not-reported" | "already-answered">> {
  const referral = await db.referral.findUniqueOrThrow({ where: { id: referralId } });
  if (!referral.reportedOn) return refused("not-reported");
  if (referral.answeredOn) return refused("already-answered");
  await db.referral.update({
    where: { id: referralId },
    data: { reportedOn: null, reportedAt: null, amountCents: null, receipt: null },
  });
  return done(null);
}

/** The consent to a warm hand-over that was recorded at a moment does not stand; nor what was only asked for with it. */
export async function takeBackConsent(db: Db, now: Now, tenancyId: number, at: Date): Promise<void> {
  const waiting = { tenancyId, reportedOn: null, withdrawnOn: null };
  await db.referral.updateMany({
    where: { ...waiting, recordedAt: at },
    data: { withdrawnOn: dateOf(now.day), withdrawnAt: now.moment },
  });
  await db.referral.updateMany({ where: waiting, data: { warmHandover: false } });
}

type AnswerRefusal = "not-found" | "not-reported" | "already-answered" | "before-report" | "day-ahead";

/** What the municipality answered, on the day it did. */
export async function recordAnswer(
  db: Db,
  now: Now,
  answer: { readonly referralId: number; readonly result: ReferralResult; readonly answeredOn: Day },
): Promise<Outcome<null, AnswerRefusal>> {
  const referral = await db.referral.findUnique({ where: { id: answer.referralId } });
  if (!referral) return refused("not-found");
  if (!referral.reportedOn) return refused("not-reported");
  if (referral.answeredOn) return refused("already-answered");
  if (answer.answeredOn > now.day) return refused("day-ahead");
  if (answer.answeredOn < dayOf(referral.reportedOn)) return refused("before-report");
  await db.referral.update({
    where: { id: referral.id },
    data: { answeredOn: dateOf(answer.answeredOn), answeredAt: now.moment, result: answer.result },
  });
  return done(null);
}

/** The tenant said yes, aloud, to a warm hand-over; kept with the referral of this case, apart from the report itself. */
export async function consentToHandover(db: Db, now: Now, tenancyId: number, caseId: number): Promise<void> {
  const { count } = await db.referral.updateMany({
    where: { tenancyId, caseId, answeredOn: null, withdrawnOn: null },
    data: { warmHandover: true },
  });
  if (count > 0) return;
  const before = await db.referral.count({ where: { caseId } });
  await db.referral.create({
    data: { tenancyId, caseId, ordinal: before + 1, askedOn: dateOf(now.day), warmHandover: true, recordedAt: now.moment },
  });
}

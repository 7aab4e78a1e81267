import type { Actor } from "../../auth/actor";
import { now } from "../../platform/clock";
import { prisma } from "../../platform/db";
import { amsterdamOf } from "../../platform/zone";
import type { LastAct } from "../domain/view";
import { peopleOf } from "./household";
import { timelineOf } from "./timeline";

/** What this colleague recorded last for a tenancy today, to show it and offer to take it back. */
export async function lastAct(actor: Actor, tenancyId: number): Promise<LastAct | null> {
  const db = prisma();
  const { day } = await now(db);
  const [{ people, phones }, timeline, openCase, assessment, taken] = await Promise.all([
    peopleOf(tenancyId, day, db),
    timelineOf(tenancyId, db),
    db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { id: true } }),
    db.assessment.findFirst({ where: { tenancyId }, orderBy: { id: "desc" }, select: { contactStep: true } }),
    db.attempt.findFirst({
      where: { tenancyId, staffId: actor.staffId, undoneAt: { not: null } },
      orderBy: { undoneAt: "desc" },
    }),
  ]);
  if (people.length === 0) return null;
  const mine = timeline.filter(
    (item) => item.day === day && item.at !== null && item.staffId !== null && item.staffId === actor.staffId,
  );
  const last = mine.toSorted((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1) ?? null;
  // One act can leave several lines at one moment (a call, the pause it began): the conversation stands for them, and takes them back.
  const item = mine.find((one) => one.at === last?.at && typeof one.values.attemptId === "number") ?? last;
  const attemptId = item && typeof item.values.attemptId === "number" ? item.values.attemptId : null;
  const undone =
    taken?.undoneAt != null && amsterdamOf(taken.undoneAt).day === day && taken.undoneAt.toISOString() > (item?.at ?? "");
  return { tenancyId, people, phones, item, attemptId, undone, step: openCase ? (assessment?.contactStep ?? null) : null };
}

import type { Actor } from "../../auth/actor";
import { now } from "../../platform/clock";
import { prisma } from "../../platform/db";
import { amsterdamOf } from "../../platform/zone";
import { canUndo } from "../domain/acts";
import type { LastAct } from "../domain/view";
import { peopleOf } from "./household";
import { timelineOf } from "./timeline";

/** What this colleague recorded last for a tenancy today, to show it and offer to take it back. */
export async function lastAct(actor: Actor, tenancyId: number): Promise<LastAct | null> {
  const db = prisma();
  const { day } = await now(db);
  const [{ people, phones }, timeline, openCase, assessment, command] = await Promise.all([
    peopleOf(tenancyId, day, db),
    timelineOf(tenancyId, db),
    db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { id: true } }),
    db.assessment.findFirst({ where: { tenancyId }, orderBy: { id: "desc" }, select: { contactStep: true } }),
    db.command.findFirst({
      where: { tenancyId, staffId: actor.staffId, action: { not: "cases.undoAct" } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    }),
  ]);
  if (people.length === 0) return null;
  const mine = timeline.filter(
    (item) => item.day === day && item.at !== null && item.staffId !== null && item.staffId === actor.staffId,
  );
  const last = mine.toSorted((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1) ?? null;
  // One act can leave several lines at one moment (a call, the pause it began): the conversation stands for them, and takes them back.
  const item = mine.find((one) => one.at === last?.at && typeof one.values.attemptId === "number") ?? last;
  const today = command !== null && amsterdamOf(command.at).day === day ? command : null;
  const undone = today?.undoneAt != null;
  const undoes = today && !undone && canUndo(today.action) ? today.id : null;
  return { tenancyId, people, phones, item, undoes, undone, step: openCase ? (assessment?.contactStep ?? null) : null };
}

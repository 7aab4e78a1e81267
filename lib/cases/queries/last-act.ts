import type { Actor } from "../../auth/actor";
import { now } from "../../platform/clock";
import { prisma } from "../../platform/db";
import { amsterdamOf } from "../../platform/zone";
import { canUndo, needsReason } from "../domain/acts";
import type { LastAct } from "../domain/view";
import { peopleOf } from "./household";
import { timelineOf } from "./timeline";

const ONE_GO_MS = 10_000;

/** What this colleague recorded last for a tenancy today, to show it and offer to take it back. */
export async function lastAct(actor: Actor, tenancyId: number): Promise<LastAct | null> {
  const db = prisma();
  const { day } = await now(db);
  const [{ people, phones }, timeline, openCase, assessment, commands] = await Promise.all([
    peopleOf(tenancyId, day, db),
    timelineOf(tenancyId, db),
    db.arrearsCase.findFirst({ where: { tenancyId, closedOn: null }, select: { id: true } }),
    db.assessment.findFirst({ where: { tenancyId }, orderBy: { id: "desc" }, select: { contactStep: true } }),
    db.command.findMany({
      where: { tenancyId, staffId: actor.staffId, action: { not: "cases.undoAct" } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 2,
    }),
  ]);
  if (people.length === 0) return null;
  const mine = timeline.filter(
    (item) => item.day === day && item.at !== null && item.staffId !== null && item.staffId === actor.staffId,
  );
  const last = mine.toSorted((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1) ?? null;
  const ofToday = (one: (typeof commands)[number] | undefined) => (one && amsterdamOf(one.at).day === day ? one : null);
  const [newest, earlier] = [ofToday(commands[0]), ofToday(commands[1])];
  // One act can leave several lines at one moment (a call, the pause it began): the conversation stands for them, and takes them back.
  const lines = newest ? mine.filter((one) => Date.parse(one.at ?? "") === newest.at.getTime()) : [];
  const item = lines.find((one) => typeof one.values.attemptId === "number") ?? lines[0] ?? last;
  const undone = newest?.undoneAt != null;
  // Two acts in one go (a call and what was agreed in it) are taken back one after the other.
  const inOneGo = undone && earlier && newest.at.getTime() - earlier.at.getTime() < ONE_GO_MS ? earlier : null;
  const open = undone ? inOneGo : lines.length > 0 ? newest : null;
  const undoes = open && open.undoneAt === null && canUndo(open.action) && !needsReason(open.action) ? open.id : null;
  return { tenancyId, people, phones, item, undoes, undone, step: openCase ? (assessment?.contactStep ?? null) : null };
}

import type { Actor } from "@/lib/auth/actor";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { mayRing } from "@/lib/contact/queries/door";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import type { Language } from "@/lib/i18n/language";
import { formatAddress, formatDoor, formatPersonName, formatPhone } from "@/lib/i18n/people";
import { type Day } from "@/lib/kernel/day";
import type { Db } from "@/lib/platform/db";
import type { Door } from "@/lib/tenancies/queries/doors";
import { mayVisit, type VisitCard, visitBriefing, visitList } from "@/lib/visits/queries/visits";
import type { DayDoor } from "../domain/day";
import { MOST_DOORS } from "../domain/outbox";

/** The doors somebody takes along today: what their role may see of them, and no more. */
export async function doorsOfDay(db: Db, actor: Actor, today: Day, lang: Language): Promise<DayDoor[]> {
  return actor.role === "caretaker" ? taskDoors(db, actor, today, lang) : visitDoors(actor, today, lang);
}

const whose = (door: Door) => ({
  name: door.name && formatPersonName(door.name),
  address: formatAddress(door),
  number: formatDoor(door),
  building: door.building,
  speaks: door.language,
});

async function taskDoors(db: Db, actor: Actor, today: Day, lang: Language): Promise<DayDoor[]> {
  const open = (await doorTasks(actor, today)).filter((task) => task.closedOn === null);
  const tasks = open.toSorted((a, b) => Number(a.when !== "today") - Number(b.when !== "today")).slice(0, MOST_DOORS);
  const cards = await db.callbackCard.findMany({ where: { taskId: { in: tasks.map(({ id }) => id) } } });
  return Promise.all(
    tasks.map(async (task) => ({
      kind: "task" as const,
      id: task.id,
      tenancyId: task.tenancyId,
      ...whose(task),
      colleague: task.colleague,
      answer: await mayRing({ tenancyId: task.tenancyId, channel: "caretaker" }, task.asked),
      before: formatDay(task.dueOn, "weekday", lang),
      forToday: task.when === "today",
      rings: task.rings.map(({ day, result }) => ({ day, result })),
      cardCode: cards.find(({ taskId }) => taskId === task.id)?.code ?? null,
    })),
  );
}

/** One's own visits first, those of today and before ahead; then what nobody planned yet, nearest to its last day first. */
async function visitDoors(actor: Actor, today: Day, lang: Language): Promise<DayDoor[]> {
  const open = (await visitList(today)).filter((visit) => visit.doneOn === null);
  const visits = open.filter((visit) => [actor.staffId, null].includes(visit.goes) || visit.goesAlong === actor.staffId);
  const rank = ({ plannedFor, goes }: VisitCard) =>
    (plannedFor === null ? 2 : plannedFor <= today ? 0 : 1) + (goes === null ? 1 : 0);
  const day = (visit: VisitCard) => visit.plannedFor ?? visit.before ?? visit.askedOn;
  const chosen = visits.toSorted((a, b) => rank(a) - rank(b) || day(a).localeCompare(day(b))).slice(0, MOST_DOORS);
  return Promise.all(chosen.map((visit) => visitDoor(visit, today, lang)));
}

async function visitDoor(visit: VisitCard, today: Day, lang: Language): Promise<DayDoor> {
  const [briefing, answer] = await Promise.all([visitBriefing(visit), mayVisit(visit)]);
  return {
    kind: "visit",
    id: visit.id,
    tenancyId: visit.tenancyId,
    ...whose(visit),
    answer,
    purpose: visit.purpose,
    before: visit.before && formatDay(visit.before, "weekday", lang),
    planned: visit.plannedFor && { day: formatDay(visit.plannedFor, "weekday", lang), part: visit.part, at: visit.atTime },
    forToday: visit.plannedFor !== null && visit.plannedFor <= today,
    safetyNote: visit.safetyNote,
    safetyBy: visit.safetyBy,
    safetyUntil: visit.safetyUntil && formatDay(visit.safetyUntil, "full", lang),
    byTwo: visit.byTwo,
    know: [...visit.know],
    open: briefing.overdue === null ? null : { amount: formatEuro(briefing.overdue), months: briefing.months },
    phones: briefing.phones.map((value) => ({ value: value.replaceAll(/\s/g, ""), words: formatPhone(value) })),
    caretaker: briefing.caretaker,
    noMoreFor: briefing.noMoreFor,
    lastSpoken: briefing.lastSpokenOn && formatDay(briefing.lastSpokenOn, "weekday", lang),
  };
}

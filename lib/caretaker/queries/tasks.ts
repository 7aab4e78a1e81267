import type { Actor } from "@/lib/auth/actor";
import { addDays, type Day } from "@/lib/kernel/day";
import { dateOf, dayOf, dayOrNull } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { type Door, doorsOf } from "@/lib/tenancies/queries/doors";
import { nextMoment, type TaskMoment } from "../domain/moment";

/** A task as a caretaker may know it: a name, a door, a sentence to say. Nothing here is or becomes an amount. */
export interface DoorTask extends Door {
  readonly id: number;
  readonly tenancyId: number;
  readonly colleague: string | null;
  /** A colleague asked for it; the reason is not for who rings. */
  readonly asked: boolean;
  readonly givenOn: Day;
  readonly dueOn: Day;
  readonly rings: readonly { readonly day: Day; readonly result: string }[];
  readonly closedOn: Day | null;
  readonly closedReason: string | null;
  readonly when: TaskMoment;
  /** They were spoken with since: what the caretaker did helped. */
  readonly helped: boolean;
}

const withDoor = {
  rings: { where: { undoneAt: null }, orderBy: { id: "asc" } },
} as const;

/** The caretaker's own list on a day: open tasks of their buildings, and what was finished in the last week. */
export async function doorTasks(actor: Actor, today: Day): Promise<DoorTask[]> {
  const buildingIds = [...(actor.buildingIds ?? [])];
  const tasks = await prisma().caretakerTask.findMany({
    where: { buildingId: { in: buildingIds }, OR: [{ closedOn: null }, { closedOn: { gte: dateOf(addDays(today, -7)) } }] },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    include: withDoor,
  });
  return describe(tasks, today);
}

/** One task, or null when it is not of the caretaker's own buildings. */
export async function doorTask(actor: Actor, id: number, today: Day): Promise<DoorTask | null> {
  const buildingIds = [...(actor.buildingIds ?? [])];
  const task = await prisma().caretakerTask.findFirst({ where: { id, buildingId: { in: buildingIds } }, include: withDoor });
  return task ? ((await describe([task], today))[0] ?? null) : null;
}

type TaskRow = Awaited<ReturnType<ReturnType<typeof prisma>["caretakerTask"]["findMany"]>>[number] & {
  rings: { day: Date; result: string }[];
};

async function describe(tasks: TaskRow[], today: Day): Promise<DoorTask[]> {
  const closed = tasks.filter(({ closedAt }) => closedAt !== null);
  const [doors, colleagues, spoken, calledBack] = await Promise.all([
    doorsOf(tasks.map((task) => task.tenancyId)),
    prisma().staff.findMany({
      where: { id: { in: tasks.flatMap((task) => task.callFor ?? []) } },
      select: { id: true, firstName: true },
    }),
    prisma().attempt.findMany({
      where: {
        tenancyId: { in: closed.map(({ tenancyId }) => tenancyId) },
        channel: { in: ["call", "desk", "visit"] },
        outcome: "spoke",
        undoneAt: null,
      },
      select: { tenancyId: true, at: true },
    }),
    prisma().callbackCard.findMany({
      where: { taskId: { in: closed.map(({ id }) => id) }, calledBackOn: { not: null } },
      select: { taskId: true },
    }),
  ]);
  const helped = ({ id, tenancyId, closedAt }: TaskRow) =>
    calledBack.some(({ taskId }) => taskId === id) ||
    spoken.some((one) => one.tenancyId === tenancyId && closedAt !== null && one.at > closedAt);
  return tasks.flatMap((task) => {
    const found = doors.get(task.tenancyId);
    if (!found) return [];
    const rings = task.rings.map((ring) => ({ day: dayOf(ring.day), result: ring.result }));
    return [
      {
        ...found.door,
        id: task.id,
        tenancyId: task.tenancyId,
        colleague: colleagues.find((each) => each.id === task.callFor)?.firstName ?? null,
        asked: task.reason !== null,
        givenOn: dayOf(task.givenOn),
        dueOn: dayOf(task.dueOn),
        rings,
        closedOn: dayOrNull(task.closedOn),
        closedReason: task.closedReason,
        helped: helped(task),
        when: nextMoment({ rings, dueOn: dayOf(task.dueOn), closedOn: dayOrNull(task.closedOn) }, today),
      },
    ];
  });
}

/** The code on the card of a task, when there is one to leave or it was left. */
export async function cardOfTask(actor: Actor, taskId: number): Promise<{ code: string; leftOn: Day | null } | null> {
  const mine = await prisma().caretakerTask.findFirst({
    where: { id: taskId, buildingId: { in: [...(actor.buildingIds ?? [])] } },
  });
  const card = mine && (await prisma().callbackCard.findFirst({ where: { taskId }, orderBy: { id: "desc" } }));
  return card ? { code: card.code, leftOn: dayOrNull(card.leftOn) } : null;
}

import type { Actor } from "@/lib/auth/actor";
import { addDays, type Day } from "@/lib/kernel/day";
import { dateOf, dayOf, dayOrNull } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { nextMoment, type TaskMoment } from "../domain/moment";

/** A task as a caretaker may know it: a name, a door, a sentence to say. Nothing here is or becomes an amount. */
export interface DoorTask {
  readonly id: number;
  readonly tenancyId: number;
  readonly building: string;
  readonly name: {
    readonly salutation: string | null;
    readonly initials: string | null;
    readonly prefix: string | null;
    readonly lastName: string;
  } | null;
  readonly language: string | null;
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly colleague: string | null;
  readonly givenOn: Day;
  readonly dueOn: Day;
  readonly rings: readonly { readonly day: Day; readonly result: string }[];
  readonly closedOn: Day | null;
  readonly closedReason: string | null;
  readonly when: TaskMoment;
}

const withDoor = {
  rings: { orderBy: { id: "asc" } },
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
  const [tenancies, buildings, colleagues] = await Promise.all([
    prisma().tenancy.findMany({
      where: { id: { in: tasks.map((task) => task.tenancyId) } },
      select: {
        id: true,
        dwelling: { select: { street: true, houseNumber: true, houseLetter: true, addition: true } },
        people: { where: { role: { in: ["tenant", "co-tenant"] } }, orderBy: { role: "desc" }, select: { person: true } },
      },
    }),
    prisma().building.findMany({ where: { id: { in: tasks.map((task) => task.buildingId) } }, select: { id: true, name: true } }),
    prisma().staff.findMany({
      where: { id: { in: tasks.flatMap((task) => task.callFor ?? []) } },
      select: { id: true, firstName: true },
    }),
  ]);
  return tasks.flatMap((task) => {
    const tenancy = tenancies.find((each) => each.id === task.tenancyId);
    if (!tenancy) return [];
    const person = (tenancy.people.find((each) => each.person.deceasedOn === null) ?? tenancy.people[0])?.person;
    const rings = task.rings.map((ring) => ({ day: dayOf(ring.day), result: ring.result }));
    return [
      {
        id: task.id,
        tenancyId: task.tenancyId,
        building: buildings.find((each) => each.id === task.buildingId)?.name ?? "",
        name: person
          ? { salutation: person.salutation, initials: person.initials, prefix: person.prefix, lastName: person.lastName }
          : null,
        language: person?.language ?? null,
        ...tenancy.dwelling,
        colleague: colleagues.find((each) => each.id === task.callFor)?.firstName ?? null,
        givenOn: dayOf(task.givenOn),
        dueOn: dayOf(task.dueOn),
        rings,
        closedOn: dayOrNull(task.closedOn),
        closedReason: task.closedReason,
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

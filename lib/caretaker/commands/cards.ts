import type { Actor } from "@/lib/auth/actor";
import { type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, prisma } from "@/lib/platform/db";
import { corporation } from "@/lib/staff/queries/staff";
import { doorsOf } from "@/lib/tenancies/queries/doors";
import { cardsPdf } from "../channels/print";
import { doorTasks } from "../queries/tasks";
import { type CardPage, cardPage } from "../templates/card";
import { cardOf } from "./card";

/** Which cards are wanted: of one task, of one visit, or of everything on one's own list. */
export type Wanted = { readonly task: number } | { readonly visit: number } | "all";

interface Asker {
  readonly actor: Actor;
  readonly firstName: string;
}

/** Cards to print, each with the code that finds the case; of a caretaker for the doors of their own buildings only. */
export async function makeCards(
  { actor, firstName }: Asker,
  wanted: Wanted,
  fourOnASheet: boolean,
): Promise<Outcome<Buffer, "not-found" | "card-signs">> {
  const pages =
    actor.role === "caretaker" ? await taskCards(actor, firstName, wanted) : await visitCards(actor, firstName, wanted);
  return pages.length === 0 ? refused("not-found") : cardsPdf(pages, fourOnASheet);
}

async function office() {
  const { name, number, hours, dropIn } = await corporation();
  return { name, number, hours, dropIn };
}

async function taskCards(actor: Actor, sender: string, wanted: Wanted): Promise<CardPage[]> {
  const at = await now();
  const tasks = (await doorTasks(actor, at.day)).filter(
    ({ id, closedOn }) => closedOn === null && (wanted === "all" || ("task" in wanted && wanted.task === id)),
  );
  const house = await office();
  return Promise.all(
    tasks.map(async ({ id, name, colleague }) => {
      const { code } = await inTransaction((db) => cardOf(db, at, { taskId: id }));
      return cardPage({ name, colleague, sender, as: "caretaker", code, office: house });
    }),
  );
}

async function visitCards(actor: Actor, sender: string, wanted: Wanted): Promise<CardPage[]> {
  const at = await now();
  const open = { doneOn: null, withdrawnOn: null, plannedFor: { not: null } };
  const where =
    wanted === "all" ? { ...open, staffId: actor.staffId } : { id: "visit" in wanted ? wanted.visit : 0, withdrawnOn: null };
  const visits = await prisma().visit.findMany({ where, orderBy: [{ plannedFor: "asc" }, { id: "asc" }], take: 100 });
  const [doors, house] = [await doorsOf(visits.map(({ tenancyId }) => tenancyId)), await office()];
  const going = await prisma().staff.findMany({
    where: { id: { in: visits.flatMap(({ staffId }) => staffId ?? []) } },
    select: { id: true, firstName: true, role: true },
  });
  return Promise.all(
    visits.map(async ({ id, tenancyId, staffId }) => {
      // Whoever prints it need not be who was at the door.
      const goes = going.find((one) => one.id === staffId);
      const as = (goes?.role ?? actor.role) === "consultant" ? "consultant" : "colleague";
      const { code } = await inTransaction((db) => cardOf(db, at, { visitId: id }));
      const name = doors.get(tenancyId)?.door.name ?? null;
      return cardPage({ name, colleague: null, sender: goes?.firstName ?? sender, as, code, office: house });
    }),
  );
}

import { addDays, type Day } from "@/lib/kernel/day";
import { dateOf, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";
import type { Scope } from "../domain/authority";

interface NewContact {
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly scope: Scope;
  readonly until: Day | null;
}

/** Somebody to whom the tenant gave a mandate, noted at the desk; a file of the housing system never ends it. */
export async function addContact(db: Db, now: Now, tenancyId: number, commandId: string, contact: NewContact): Promise<number> {
  const { initials, prefix, lastName, scope, until } = contact;
  const person = await db.person.create({
    data: { number: `desk-${commandId}`, initials, prefix, lastName, recordedAt: now.moment },
    select: { id: true },
  });
  const untilDay = until ? dateOf(until) : null;
  await db.tenancyPerson.create({
    data: { tenancyId, personId: person.id, role: "contact", scope, untilDay, recordedAt: now.moment },
  });
  return person.id;
}

/** The mandate ends today: from now on nothing is said to them. Answers whether there was one. */
export async function endContact(db: Db, now: Now, tenancyId: number, personId: number): Promise<boolean> {
  const today = dateOf(now.day);
  const { count } = await db.tenancyPerson.updateMany({
    where: { tenancyId, personId, role: "contact", OR: [{ untilDay: null }, { untilDay: { gte: today } }] },
    data: { untilDay: dateOf(addDays(now.day, -1)) },
  });
  return count > 0;
}

import type { Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, dayOrNull, type Now } from "@/lib/platform/clock";
import type { Db } from "@/lib/platform/db";

/** Not reachable up to and including a day. Answers what stood before, for an undo. */
export async function recordAway(db: Db, personIds: readonly number[], until: Day | null): Promise<(Day | null)[]> {
  const people = await db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { awayUntil: true },
    orderBy: { id: "asc" },
  });
  await db.person.updateMany({ where: { id: { in: [...personIds] } }, data: { awayUntil: until ? dateOf(until) : null } });
  return people.map((person) => dayOrNull(person.awayUntil));
}

/** The death was recorded by mistake: nobody died. */
export async function takeBackDeath(db: Db, personId: number): Promise<void> {
  await db.person.updateMany({ where: { id: personId }, data: { deceasedOn: null, deceasedKnownAt: null } });
}

/** A death that was checked. From now on it counts; what was only heard never gets here. */
export async function recordDeceased(
  db: Db,
  now: Now,
  personId: number,
  deceasedOn: Day,
): Promise<Outcome<null, "already-deceased" | "day-ahead">> {
  if (deceasedOn > now.day) return refused("day-ahead");
  const { count } = await db.person.updateMany({
    where: { id: personId, deceasedOn: null },
    data: { deceasedOn: dateOf(deceasedOn), deceasedKnownAt: now.moment },
  });
  return count === 1 ? done(null) : refused("already-deceased");
}

import type { Day } from "@/lib/kernel/day";
import { dateOf, dayOrNull } from "@/lib/platform/clock";
import { type Db, isClient, sqlOf } from "@/lib/platform/db";
import { onceAPage } from "@/lib/platform/once";
import type { PersonFacts } from "@/lib/rules/facts";

/** Somebody of a tenancy with what the gate and a message need to know. */
export interface TenancyMember extends PersonFacts {
  readonly salutation: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
}

/** Who belongs to a tenancy on a day, in the order tenant, co-tenant, representative, contact. */
export const membersOf = (db: Db, tenancyId: number, day: Day): Promise<TenancyMember[]> =>
  isClient(db)
    ? onceAPage(`members ${tenancyId} ${day}`, () => readMembers(db, tenancyId, day))
    : readMembers(db, tenancyId, day);

async function readMembers(db: Db, tenancyId: number, day: Day): Promise<TenancyMember[]> {
  const rows = await db.tenancyPerson.findMany({
    where: { tenancyId, OR: [{ untilDay: null }, { untilDay: { gte: dateOf(day) } }] },
    include: { person: true },
    orderBy: { personId: "asc" },
  });
  const order = ["tenant", "co-tenant", "representative", "contact"];
  return rows
    .map(({ role, person }) => ({
      id: person.id,
      role: role as PersonFacts["role"],
      deceasedOn: dayOrNull(person.deceasedOn),
      awayUntil: dayOrNull(person.awayUntil),
      smsOptOut: person.smsOptOut,
      prefers: person.prefers as PersonFacts["prefers"],
      safetyNote: person.safetyNote !== null,
      salutation: person.salutation,
      prefix: person.prefix,
      lastName: person.lastName,
    }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.id - b.id);
}

/** Other tenancies that one of the tenants of this one rents too: home and garage are one household. */
export async function siblingsOf(db: Db, tenancyId: number, day: Day): Promise<number[]> {
  const rows = await sqlOf(db)<{ id: number }>(
    `SELECT DISTINCT t.id FROM tenancy_person mine
     JOIN tenancy_person theirs ON theirs.person_id = mine.person_id AND theirs.tenancy_id <> mine.tenancy_id
     JOIN tenancy t ON t.id = theirs.tenancy_id AND (t.ends_on IS NULL OR t.ends_on >= $2::date)
     WHERE mine.tenancy_id = $1 AND mine.role IN ('tenant', 'co-tenant') AND theirs.role IN ('tenant', 'co-tenant')
     ORDER BY t.id`,
    [tenancyId, day],
  );
  return rows.map((row) => row.id);
}

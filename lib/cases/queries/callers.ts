import type { Day } from "../../kernel/day";
import { dateOf, dayOrNull } from "../../platform/clock";
import { prisma } from "../../platform/db";
import type { Caller } from "../domain/caller";

const ORDER = ["tenant", "co-tenant", "representative", "contact"];

/** Everybody of a tenancy who may ring, the dead not, with what one needs to make sure it is them. */
export async function callersOf(tenancyId: number, today: Day): Promise<readonly Caller[]> {
  const rows = await prisma().tenancyPerson.findMany({
    where: { tenancyId, OR: [{ untilDay: null }, { untilDay: { gte: dateOf(today) } }], person: { deceasedOn: null } },
    include: { person: true },
    orderBy: { personId: "asc" },
  });
  return rows
    .map(({ role, scope, untilDay, person }) => ({
      id: person.id,
      role: role as Caller["role"],
      salutation: person.salutation,
      initials: person.initials,
      prefix: person.prefix,
      lastName: person.lastName,
      bornOn: dayOrNull(person.bornOn),
      scope: scope as Caller["scope"],
      until: dayOrNull(untilDay),
    }))
    .toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

import type { Day } from "@/lib/kernel/day";
import { dayOrNull } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";

/** Whom a colleague at the door finds, and where. Nothing here is or becomes an amount. */
export interface Door {
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
  readonly building: string | null;
}

/** What one should know of them before the door opens; for whoever may know it. */
export interface DoorManners {
  readonly prefers: string | null;
  readonly know: readonly string[];
  readonly safetyNote: string | null;
  /** Whose word that is, and until when it holds. */
  readonly safetyBy: string | null;
  readonly safetyUntil: Day | null;
}

const ADDRESS = {
  ...{ street: true, houseNumber: true, houseLetter: true, addition: true },
  building: { select: { name: true } },
} as const;
/** Where nobody lives. */
const NO_HOME: ReadonlySet<string> = new Set(["parking", "commercial"]);

/** The doors of these tenancies: the tenant who lives, else the first; of who rents a garage the home, when it is known. */
export async function doorsOf(
  tenancyIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly door: Door; readonly manners: DoorManners }>> {
  const tenancies = await prisma().tenancy.findMany({
    where: { id: { in: [...tenancyIds] } },
    select: {
      id: true,
      dwelling: { select: { kind: true, ...ADDRESS } },
      people: { where: { role: { in: ["tenant", "co-tenant"] } }, orderBy: { role: "desc" }, select: { person: true } },
    },
  });
  const found = tenancies.map(({ id, people, dwelling }) => {
    const person = (people.find((each) => each.person.deceasedOn === null) ?? people[0])?.person ?? null;
    return { id, person, dwelling };
  });
  const homes = await homesOf(found.flatMap(({ person, dwelling }) => (person && NO_HOME.has(dwelling.kind) ? person.id : [])));
  const authors = await prisma().staff.findMany({
    where: { id: { in: found.flatMap(({ person }) => person?.safetyBy ?? []) } },
    select: { id: true, firstName: true },
  });
  return new Map(
    found.map(({ id, person, dwelling }) => {
      const { salutation = null, initials = null, prefix = null, lastName } = person ?? {};
      const name = lastName === undefined ? null : { salutation, initials, prefix, lastName };
      const home = NO_HOME.has(dwelling.kind) && person ? homes.get(person.id) : undefined;
      const { building, street, houseNumber, houseLetter, addition } = home ?? dwelling;
      const address = { street, houseNumber, houseLetter, addition, building: building?.name ?? null };
      const manners = {
        prefers: person?.prefers ?? null,
        know: person?.knowBefore ?? [],
        safetyNote: person?.safetyNote ?? null,
        safetyBy: authors.find(({ id: author }) => author === person?.safetyBy)?.firstName ?? null,
        safetyUntil: dayOrNull(person?.safetyUntil ?? null),
      };
      return [id, { door: { name, language: person?.language ?? null, ...address }, manners }] as const;
    }),
  );
}

/** Where these people live now, by a tenancy of their own. */
async function homesOf(personIds: readonly number[]) {
  if (personIds.length === 0) return new Map<number, never>();
  const rows = await prisma().tenancyPerson.findMany({
    where: {
      personId: { in: [...personIds] },
      role: { in: ["tenant", "co-tenant"] },
      untilDay: null,
      tenancy: { endsOn: null, dwelling: { kind: { in: ["home", "care"] } } },
    },
    select: { personId: true, tenancy: { select: { dwelling: { select: ADDRESS } } } },
  });
  return new Map(rows.map(({ personId, tenancy }) => [personId, tenancy.dwelling]));
}

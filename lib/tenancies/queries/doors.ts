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
}

/** The doors of these tenancies: the tenant who lives, else the first. */
export async function doorsOf(
  tenancyIds: readonly number[],
): Promise<ReadonlyMap<number, { readonly door: Door; readonly manners: DoorManners }>> {
  const tenancies = await prisma().tenancy.findMany({
    where: { id: { in: [...tenancyIds] } },
    select: {
      id: true,
      dwelling: {
        select: { street: true, houseNumber: true, houseLetter: true, addition: true, building: { select: { name: true } } },
      },
      people: { where: { role: { in: ["tenant", "co-tenant"] } }, orderBy: { role: "desc" }, select: { person: true } },
    },
  });
  return new Map(
    tenancies.map(({ id, people, dwelling: { building, ...address } }) => {
      const person = (people.find((each) => each.person.deceasedOn === null) ?? people[0])?.person;
      const { salutation = null, initials = null, prefix = null, lastName } = person ?? {};
      const name = lastName === undefined ? null : { salutation, initials, prefix, lastName };
      const manners = {
        prefers: person?.prefers ?? null,
        know: person?.knowBefore ?? [],
        safetyNote: person?.safetyNote ?? null,
      };
      return [
        id,
        { door: { name, language: person?.language ?? null, ...address, building: building?.name ?? null }, manners },
      ] as const;
    }),
  );
}

import type { PersonView } from "./view";

/**
 * Whose numbers may be offered: of the living who may hear of the rent, and where a representative acts for the tenant only that one's.
 * The tenant's own number has to be looked for then, so that nobody rings them by habit.
 */
export function ringable(people: readonly Pick<PersonView, "id" | "role" | "deceasedOn" | "scope">[]): ReadonlySet<number> {
  const living = people.filter(
    ({ deceasedOn, role, scope }) => deceasedOn === null && !(role === "contact" && scope === "appointments"),
  );
  const acting = living.filter(({ role }) => role === "representative");
  return new Set((acting.length > 0 ? acting : living).map(({ id }) => id));
}

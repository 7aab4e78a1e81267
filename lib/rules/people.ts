import { addDays, type Day, latest } from "../kernel/day";
import type { Facts, PersonFacts, PhoneFacts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

const living = (person: PersonFacts, look: Look) => person.deceasedOn === null || !look.come(person.deceasedOn);
const isTenant = (person: PersonFacts) => person.role === "tenant" || person.role === "co-tenant";

/** Those who signed the contract, whether alive or not. */
export const contractTenants = (facts: Facts): readonly PersonFacts[] => facts.people.filter(isTenant);
/** The tenants and co-tenants of whom no death is known. */
export const livingTenants = (facts: Facts, look: Look): readonly PersonFacts[] =>
  facts.people.filter((person) => isTenant(person) && living(person, look));

/** Who is spoken to now, and whether only their office may be reached (by phone and letter). */
export interface Addressees {
  readonly people: readonly PersonFacts[];
  /** A representative or authorised contact stands in the tenant's place: no SMS, no caretaker, no card, no visit. */
  readonly inPlace: "representative" | "contact" | null;
}

/**
 * A representative replaces the tenant always; an authorised contact only when they can be phoned, since without a
 * number nobody at all would be left to speak with.
 */
export function addressees(facts: Facts, look: Look): Addressees {
  const standIn = (role: PersonFacts["role"]) => facts.people.filter((one) => one.role === role && living(one, look));
  const representatives = standIn("representative");
  if (representatives.length > 0) return { people: representatives, inPlace: "representative" };
  const contacts = standIn("contact").filter((one) => usablePhones(facts, [one]).length > 0);
  if (contacts.length > 0) return { people: contacts, inPlace: "contact" };
  return { people: livingTenants(facts, look), inPlace: null };
}

/**
 * Since when somebody else than before is spoken to: a representative or contact became known, or a tenant died and the other
 * stays behind. Null when it always was them.
 */
export function addresseeSince(facts: Facts, policy: Policy, look: Look): Day | null {
  const { people, inPlace } = addressees(facts, look);
  if (inPlace !== null) {
    const days = people.flatMap((one) => one.since ?? []).sort();
    return days.length === people.length ? (days[0] ?? null) : null;
  }
  if (livingTenants(facts, look).length === 0) return null;
  const deaths = contractTenants(facts).flatMap((one) =>
    one.deceasedOn !== null && look.come(one.deceasedOn) ? [one.deceasedOn] : [],
  );
  const last = deaths.sort().at(-1);
  return last === undefined ? null : bereavementOver(last, policy);
}

/** Numbers that may still reach these people: at least plausible, and nobody heard that it is dead or someone else's. */
export function usablePhones(facts: Facts, people: readonly PersonFacts[]): readonly PhoneFacts[] {
  return facts.phones.filter(
    (phone) =>
      phone.kind !== "unusable" &&
      phone.quality !== "dead" &&
      people.some((one) => one.id === phone.personId) &&
      (phone.quality === "verified" || !heardWrong(facts, phone.number)),
  );
}

const heardWrong = (facts: Facts, number: string) =>
  facts.attempts.some((one) => one.number === number && (one.outcome === "number-dead" || one.outcome === "wrong-number"));

/** The first day on which the quiet after a death is over: on it somebody may be contacted again. */
export const bereavementOver = (deceasedOn: Day, policy: Policy): Day => addDays(deceasedOn, policy.bereavementDays);

/** The first day on which the quiet after a death is over; null when nobody of the contract has died. */
export function bereavementUntil(facts: Facts, policy: Policy, look: Look): Day | null {
  let until: Day | null = null;
  for (const one of contractTenants(facts))
    if (one.deceasedOn !== null && look.come(one.deceasedOn)) {
      const over = bereavementOver(one.deceasedOn, policy);
      if (!look.come(over)) until = until === null ? over : latest(until, over);
    }
  return until;
}

/** The first day on which one of the people we may speak to is back; null when one of them is here now. */
export function awayUntil(people: readonly PersonFacts[], look: Look): Day | null {
  const back = people.map((one) => (one.awayUntil === null ? null : addDays(one.awayUntil, 1)));
  // Each of them is looked at, so that the day to look again does not depend on who stands first.
  const gone = back.filter((on): on is Day => on !== null && !look.come(on)).sort((a, b) => (a < b ? -1 : 1));
  return gone.length === people.length ? (gone[0] ?? null) : null;
}

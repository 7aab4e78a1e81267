import { IDENTITIES, type Identity, SPOKE_WITH, type SpokeWith } from "../../contact/domain/call";
import type { Day } from "../../kernel/day";
import type { Scope } from "../../tenancies/domain/authority";

/** Somebody who may ring about a tenancy. */
export interface Caller {
  readonly id: number;
  readonly role: Exclude<SpokeWith, "other">;
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly bornOn: Day | null;
  /** Of somebody with a mandate: what it reaches to; null: not said, so only when and how to meet. */
  readonly scope: Scope | null;
  readonly until: Day | null;
}

/** A tenant, or somebody for them, on the line now: who it is and how that was made sure. */
export interface Ringing {
  readonly spokeWith: SpokeWith;
  /** Null: somebody of whom nothing is known here. */
  readonly personId: number | null;
  readonly identity: Identity;
}

/** Whether one may speak of the rent and what is open of it. */
export const mayHearAll = ({ role, scope }: Pick<Caller, "role" | "scope">): boolean => role !== "contact" || scope === "all";

/** What the address says of who is on the line (`belt=tenant 12`, `controle=birth-date`); null when it says nothing that can be. */
export function readRinging(query: Readonly<Record<string, string | string[] | undefined>>): Ringing | null {
  const [role, of] = String(query.belt ?? "").split(" ");
  const personId = /^\d{1,9}$/.test(of ?? "") ? Number(of) : null;
  const spokeWith = SPOKE_WITH.find((one) => one === role);
  if (!spokeWith || (spokeWith !== "other" && personId === null)) return null;
  return { spokeWith, personId, identity: IDENTITIES.find((one) => one === query.controle) ?? "not-asked" };
}

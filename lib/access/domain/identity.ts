import type { Role } from "@/lib/auth/actor";
import { ROLES } from "@/lib/staff/domain/sign-in";

/** What a provider says of somebody, as far as we read it (OpenID Connect Core 1.0, 2 and 5.1; `oid`, `tid` and `roles` of Entra ID). */
export interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly oid?: string | undefined;
  readonly tid?: string | undefined;
  readonly email?: string | undefined;
  readonly preferred_username?: string | undefined;
  readonly name?: string | undefined;
  readonly given_name?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  /** When they proved who they are there, in seconds since 1970. */
  readonly auth_time?: number | undefined;
}

/** Who it is at that provider. Entra's `oid` is the same in every application, and what SCIM sends; elsewhere it is `sub`. Never the e-mail. */
export const externalIdOf = ({ sub, oid }: Claims): string => oid ?? sub;

/** Which app role of the organisation is which of ours. */
export type RoleMap = Readonly<Partial<Record<Role, string>>>;

/** Their role here: of several the first in our order; null when the organisation gives them none. */
export const roleOf = (given: readonly string[], map: RoleMap): Role | null =>
  ROLES.find((role) => map[role] !== undefined && given.includes(map[role])) ?? null;

/** The name to call somebody by: their given name, else the first word of their name, else what stands before the @. */
export function firstNameOf({ name, givenName, email }: { name: string; givenName?: string | undefined; email: string }): string {
  const known = givenName?.trim() || name.trim().split(/\s+/)[0] || email.split("@")[0] || email;
  return known.slice(0, 50);
}

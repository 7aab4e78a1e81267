/** Users of SCIM 2.0 (RFC 7643, 7644), as far as Entra ID and others ask of us: users only, no groups. */
export const SCIM = {
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
  error: "urn:ietf:params:scim:api:messages:2.0:Error",
} as const;

/** What a request says of a user; what it does not say is left as it is. */
export interface ScimUser {
  readonly externalId?: string;
  readonly userName?: string;
  readonly name?: string;
  readonly givenName?: string;
  readonly active?: boolean;
  readonly roles?: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === "string" && value.trim() ? value.trim() : undefined);

/** Entra sends truth as text, unless a flag is set; anything else says nothing. */
export function truthOf(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** Role words: `"Aanbel.Incasso"`, `{value}`, a list of them, or such a thing as JSON in a text, all of which Entra sends. */
export function rolesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(rolesOf);
  if (isObject(value)) return rolesOf(value.value);
  const word = textOf(value);
  if (word === undefined) return [];
  if (!/^[[{]/.test(word)) return [word];
  try {
    return rolesOf(JSON.parse(word));
  } catch {
    return [];
  }
}

const set = <Key extends keyof ScimUser>(key: Key, value: ScimUser[Key] | undefined): Partial<ScimUser> =>
  value === undefined ? {} : { [key]: value };

/** A whole user, as it is posted or put. */
export function userOf(body: unknown): ScimUser {
  if (!isObject(body)) return {};
  const name = isObject(body.name) ? body.name : {};
  const whole = [textOf(name.givenName), textOf(name.familyName)].filter(Boolean).join(" ");
  const emails = Array.isArray(body.emails) ? body.emails.filter(isObject) : [];
  const email = emails.find(({ primary }) => truthOf(primary)) ?? emails[0];
  return {
    ...set("externalId", textOf(body.externalId)),
    ...set("userName", textOf(email?.value) ?? textOf(body.userName)),
    ...set("name", textOf(body.displayName) ?? textOf(name.formatted) ?? (whole || undefined)),
    ...set("givenName", textOf(name.givenName)),
    ...set("active", truthOf(body.active)),
    ...("roles" in body ? { roles: rolesOf(body.roles) } : {}),
  };
}

/** What one path of a change is about. */
function changeAt(path: string, value: unknown): ScimUser {
  const plain = path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:User:/i, "");
  if (/^active$/i.test(plain)) return set("active", truthOf(value));
  if (/^externalId$/i.test(plain)) return set("externalId", textOf(value));
  if (/^userName$/i.test(plain) || /^emails(\[.*\])?(\.value)?$/i.test(plain)) return set("userName", textOf(value));
  if (/^displayName$/i.test(plain) || /^name\.formatted$/i.test(plain)) return set("name", textOf(value));
  if (/^name\.givenName$/i.test(plain)) return set("givenName", textOf(value));
  if (/^roles(\[.*\])?(\.value)?$/i.test(plain)) return { roles: rolesOf(value) };
  return {};
}

/**
 * What a PATCH changes (RFC 7644, 3.5.2), whichever way it says so: with a path or without, in capitals or not. Removing the roles leaves
 * none. Null when it is no such request.
 */
export function changesOf(body: unknown): ScimUser | null {
  const operations = isObject(body) && (Array.isArray(body.Operations) ? body.Operations : body.operations);
  if (!Array.isArray(operations)) return null;
  let changed: ScimUser = {};
  for (const operation of operations) {
    if (!isObject(operation)) return null;
    const { op, path, value } = operation;
    if (!/^(add|replace|remove)$/i.test(String(op))) return null;
    if (/^remove$/i.test(String(op))) {
      if (/^roles/i.test(String(path))) changed = { ...changed, roles: [] };
    } else if (typeof path === "string") changed = { ...changed, ...changeAt(path, value) };
    else if (isObject(value)) {
      for (const [key, one] of Object.entries(value)) if (!isObject(one)) changed = { ...changed, ...changeAt(key, one) };
      changed = { ...changed, ...userOf(value) };
    }
  }
  return changed;
}

/** `externalId eq "…"`: the one question that is asked of a list. Null when it is another. */
export function filterOf(text: string): { readonly by: "externalId" | "userName" | "id"; readonly value: string } | null {
  const [, by = "", value = ""] = /^\s*(externalId|userName|id)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*$/i.exec(text) ?? [];
  const known = (["externalId", "userName", "id"] as const).find((one) => one.toLowerCase() === by.toLowerCase());
  return known ? { by: known, value: value.replaceAll(/\\(.)/g, "$1") } : null;
}

import type { NextAuthOptions } from "next-auth";
import { z } from "zod";
import type { From } from "@/lib/staff/commands/failures";
import { comeIn } from "./commands/organisation";
import { addUser, changeUser, removeUser, type ScimRefusal } from "./commands/scim";
import { changesOf, filterOf, SCIM, userOf } from "./domain/scim";
import { type Organisation, organisation, organisationSecret } from "./queries/organisation";
import { isScimKey, scimUsers } from "./queries/scim";

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  oid: z.string().min(1).optional(),
  tid: z.string().optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  roles: z.array(z.string()).optional(),
  auth_time: z.number().optional(),
});

/**
 * Signing in through the organisation: next-auth speaks the protocol (code with PKCE, state and nonce), and what comes of it is a session
 * row like any other. Empty when there is no organisation.
 */
export async function organisationOptions(from: From): Promise<Pick<NextAuthOptions, "providers" | "callbacks">> {
  const [known, secret] = await Promise.all([organisation(), organisationSecret()]);
  if (!known || secret === null) return { providers: [] };
  return {
    providers: [
      {
        id: "organisatie",
        name: known.name,
        type: "oauth",
        wellKnown: `${known.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId: known.clientId,
        clientSecret: secret,
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        authorization: { params: { scope: "openid email profile" } },
        profile: (profile: { sub: string }) => ({ id: profile.sub }),
      },
    ],
    callbacks: {
      async signIn({ user, profile }) {
        const claims = claimsSchema.safeParse(profile);
        if (!claims.success) return "/aanmelden?fout=noEmail";
        const came = await comeIn(claims.data, from);
        if (!came.ok) return `/aanmelden?fout=${came.code}`;
        // What next-auth keeps in its cookie: the session row.
        user.id = came.value.sessionId;
        return true;
      },
    },
  };
}

type Answer = { readonly status: number; readonly body?: object };
const refusal = (status: number, detail: string, scimType?: string): Answer => ({
  status,
  body: { schemas: [SCIM.error], status: String(status), detail, ...(scimType && { scimType }) },
});
const REFUSALS: Readonly<Record<ScimRefusal, Answer>> = {
  uniqueness: refusal(409, "There is an account with this id or e-mail. Accounts are never joined by e-mail.", "uniqueness"),
  invalidValue: refusal(400, "externalId and an e-mail address (userName) are needed.", "invalidValue"),
  notFound: refusal(404, "No such user."),
};

/** What the organisation's directory asks (SCIM 2.0), and what it is answered; null when its key is not ours. */
export async function scim(asked: {
  readonly method: string;
  readonly path: readonly string[];
  readonly filter: string | null;
  readonly key: string;
  readonly body: unknown;
}): Promise<Answer | null> {
  const there = await organisation();
  if (!there || !(await isScimKey(asked.key))) return null;
  const { method, path, body } = asked;
  const [kind = "", word = ""] = path;
  if (kind === "ServiceProviderConfig" && method === "GET") return { status: 200, body: CONFIG };
  if (kind !== "Users" || path.length > 2) return refusal(404, "Only /Users is here.");
  if (path.length === 1) return users(there, asked);
  const id = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  const [known] = await scimUsers(there, { by: "id", value: String(id) });
  if (!known) return REFUSALS.notFound;
  if (method === "GET") return { status: 200, body: known };
  if (method === "DELETE") return settled(there, await removeUser(there, id), 204);
  const change = method === "PUT" ? userOf(body) : method === "PATCH" ? changesOf(body) : null;
  return change === null
    ? refusal(400, "This is no change of a user.", "invalidSyntax")
    : settled(there, await changeUser(there, id, change), 200);
}

/** The whole list, one of it, or one more. */
async function users(
  there: Organisation,
  { method, filter, body }: { method: string; filter: string | null; body: unknown },
): Promise<Answer> {
  if (method === "POST") return settled(there, await addUser(there, userOf(body)), 201);
  if (method !== "GET") return refusal(405, "This is not done with a list.");
  const read = filter === null ? null : filterOf(filter);
  if (filter !== null && read === null) return refusal(400, 'Ask: externalId eq "…" or userName eq "…".', "invalidFilter");
  const found = await scimUsers(there, read);
  return {
    status: 200,
    body: { schemas: [SCIM.list], totalResults: found.length, startIndex: 1, itemsPerPage: found.length, Resources: found },
  };
}

/** What was done, as the user stands now. */
async function settled(there: Organisation, outcome: number | ScimRefusal, status: number): Promise<Answer> {
  if (typeof outcome === "string") return REFUSALS[outcome];
  if (status === 204) return { status };
  const [now] = await scimUsers(there, { by: "id", value: String(outcome) });
  return { status, ...(now && { body: now }) };
}

const CONFIG = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 1000 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [{ type: "oauthbearertoken", name: "Bearer", description: "The key made on Beheer." }],
};

const DISCOVERY_MS = 5_000;

/** The provider's own name for itself, exactly, as it stands in what it says of people; null when nobody answers there. */
export async function issuerAt(address: string): Promise<string | null> {
  try {
    const place = `${address.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetch(place, { redirect: "error", signal: AbortSignal.timeout(DISCOVERY_MS) });
    const read = z.object({ issuer: z.string() }).safeParse(await answer.json());
    return read.success ? read.data.issuer : null;
  } catch {
    return null;
  }
}

import type { NextAuthOptions } from "next-auth";
import { z } from "zod";
import type { From } from "@/lib/staff/commands/failures";
import { comeIn } from "./commands/organisation";
import { organisation, organisationSecret } from "./queries/organisation";

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
        issuer: known.issuer,
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

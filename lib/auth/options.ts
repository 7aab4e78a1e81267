import type { NextAuthOptions } from "next-auth";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { closeSession } from "@/lib/staff/commands/session";
import { SESSION_HOURS } from "@/lib/staff/domain/sign-in";
import { env } from "../platform/env";

const maxAge = SESSION_HOURS * 3600;

const secure = (): boolean => env.publicUrl()?.startsWith("https://") ?? false;
export const sessionCookie = () => ({
  name: secure() ? "__Host-aanbel.session" : "aanbel.session",
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() },
});

/** A cookie signed with the secret before this one still says who somebody is. */
async function decoded(params: JWTDecodeParams): Promise<JWT | null> {
  const before = env.authSecretBefore();
  try {
    return await decode(params);
  } catch (error) {
    if (before === undefined) throw error;
    return decode({ ...params, secret: before });
  }
}

/**
 * The token carries only the id of a session row; who that is, and whether it still holds, is read on every request. A password has one
 * door, the form: next-auth itself takes none.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env.authSecret(),
  session: { strategy: "jwt", maxAge },
  jwt: { maxAge, decode: decoded },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: "/aanmelden", signOut: "/", error: "/aanmelden" },
  providers: [],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }) as never,
  },
  events: { signOut: async ({ token }) => void (typeof token?.sid === "string" && (await closeSession(token.sid))) },
  logger: {
    // A cookie that does not decode is simply nobody's; anything else is a fault worth a line.
    error: (code, detail) => code !== "JWT_SESSION_ERROR" && console.error("next-auth", code, detail),
    warn: () => {},
    debug: () => {},
  },
});

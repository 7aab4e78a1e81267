import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { closeSession, openSession } from "@/lib/staff/commands/session";
import { SESSION_HOURS } from "@/lib/staff/domain";
import { env } from "../platform/env";

const maxAge = SESSION_HOURS * 3600;

const secure = (): boolean => env.publicUrl()?.startsWith("https://") ?? false;
export const sessionCookie = () => ({
  name: secure() ? "__Secure-aanbel.session" : "aanbel.session",
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() },
});

/** The token carries only the id of a session row; who that is, and whether it still holds, is read on every request. */
export const authOptions = (): NextAuthOptions => ({
  secret: env.authSecret(),
  session: { strategy: "jwt", maxAge },
  jwt: { maxAge },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: "/aanmelden", signOut: "/", error: "/aanmelden" },
  providers: [
    CredentialsProvider({
      name: "Aanbel",
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(given, request) {
        const agent = request.headers?.["user-agent"];
        const opened = await openSession(given?.email ?? "", given?.password ?? "", typeof agent === "string" ? agent : null);
        return opened.ok ? { id: opened.value.sessionId } : null;
      },
    }),
  ],
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

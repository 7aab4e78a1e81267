import { cookies, headers } from "next/headers";
import { encode } from "next-auth/jwt";
import { SESSION_HOURS } from "@/lib/staff/domain";
import { env } from "../platform/env";
import { sessionCookie } from "./options";

/** Hands the browser its session as next-auth would: the sign-in form works without JavaScript, so it cannot use next-auth's own client. */
export async function keepSession(sessionId: string): Promise<void> {
  const maxAge = SESSION_HOURS * 3600;
  const token = await encode({ token: { sid: sessionId }, secret: env.authSecret(), maxAge });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge });
}

export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

export const userAgent = async (): Promise<string | null> => (await headers()).get("user-agent");

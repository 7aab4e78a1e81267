import { cookies, headers } from "next/headers";
import { encode } from "next-auth/jwt";
import type { From } from "@/lib/staff/commands/failures";
import { SESSION_HOURS } from "@/lib/staff/domain/sign-in";
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

const browserCookie = () => {
  const { name, options } = sessionCookie();
  return { name: name.replace("session", "browser"), options: { ...options, sameSite: "strict" as const } };
};

/** Where this request comes from. The address is the one the server itself saw (bin/start/gate.mjs), never what a browser says of it. */
export async function from(): Promise<From> {
  const [sent, kept] = await Promise.all([headers(), cookies()]);
  return {
    agent: sent.get("user-agent"),
    address: sent.get("x-aanbel-address"),
    browser: kept.get(browserCookie().name)?.value ?? null,
  };
}

/** This browser is known from now on: others who guess do not make it wait. */
export async function keepBrowser(browser: string | null): Promise<void> {
  if (browser === null) return;
  const { name, options } = browserCookie();
  (await cookies()).set(name, browser, { ...options, maxAge: 180 * 86_400 });
}

import { redirect } from "next/navigation";
import { type Opened, takeStep } from "@/lib/staff/commands/session";
import { innerPath, type Stage } from "@/lib/staff/domain/sign-in";
import type { SignedIn } from "@/lib/staff/queries/staff";
import type { Role } from "./actor";
import { from, keepBrowser, keepSession } from "./cookie";
import { HOME } from "./permissions";

/** The browser keeps its session, and what it is known by later. */
export async function arrive({ sessionId, browser }: Pick<Opened, "sessionId" | "browser">): Promise<void> {
  await keepSession(sessionId);
  await keepBrowser(browser);
}

/** A step was taken: this browser goes on under the session's new id. Answers what is left. */
export async function goOnWith({ sessionId }: SignedIn): Promise<Stage> {
  const next = await takeStep(sessionId, (await from()).browser);
  await keepSession(next.sessionId);
  return next.stage;
}

/** Hands the browser what belongs to a session that was opened, and leads on to what is left of signing in, or to work. */
export async function goOn({ sessionId, role, stage, browser }: Opened, to: string | undefined): Promise<never> {
  await arrive({ sessionId, browser });
  return leadOn(stage, role, to);
}
export const leadOn = (stage: string, role: Role, to: string | undefined): never => {
  const inner = innerPath(to);
  if (stage === "open") redirect(inner ?? HOME[role]);
  redirect(inner ? `/aanmelden/verder?naar=${encodeURIComponent(inner)}` : "/aanmelden/verder");
};

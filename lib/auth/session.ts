import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type SignedIn, staffOfSession, touchSession } from "@/lib/staff/queries/staff";
import type { Actor } from "./actor";
import { denied } from "./denied";
import { tooOften } from "./limits";
import { authOptions } from "./options";
import { allowed, type Entry } from "./permissions";

/** Who signed in as far as they came, read anew on every request from the session row. Only the steps of signing in itself ask this. */
export const signingIn = cache(async (): Promise<SignedIn | null> => {
  const session = (await getServerSession(authOptions())) as { sid?: unknown } | null;
  return typeof session?.sid === "string" ? staffOfSession(session.sid) : null;
});

/** Who is signed in: every step was taken, and the session neither ended, expired nor lay still. */
export const signedIn = async (): Promise<SignedIn | null> => {
  const person = await signingIn();
  return person?.stage === "open" ? person : null;
};

/** The same, for what somebody does themselves: it keeps their session awake. What a page asks by itself does not. */
export async function awake(): Promise<SignedIn | null> {
  const person = await signedIn();
  if (person) await touchSession(person);
  return person;
}

/** The colleague behind this request, or null. Decides nothing: `enter` does. */
export const currentActor = async (): Promise<Actor | null> => (await signedIn())?.actor ?? null;

/** Guards a page: signed out goes to sign in and comes back here after; a role that may not sees a page that does not exist. */
export async function enter(entry: Entry): Promise<Actor> {
  const actor = (await awake())?.actor;
  if (!actor) {
    const here = (await headers()).get("x-aanbel-path");
    const door = (await signingIn()) ? "/aanmelden/verder" : "/aanmelden";
    redirect(here && here !== "/" ? `${door}?naar=${encodeURIComponent(here)}` : door);
  }
  if (actor.role === "system" || !allowed(actor.role, entry)) {
    denied(actor, entry);
    notFound();
  }
  const seconds = await tooOften(actor.staffId, entry);
  if (seconds !== null) {
    const here = (await headers()).get("x-aanbel-path") ?? "/";
    redirect(`/even-wachten?over=${seconds}&naar=${encodeURIComponent(here)}`);
  }
  return actor;
}

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type SignedIn, staffOfSession } from "@/lib/staff/queries";
import type { Actor } from "./actor";
import { authOptions } from "./options";
import { allowed, type Entry } from "./permissions";

/** Who is signed in, read anew on every request from the session row: ended, expired or made inactive means signed out. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const session = (await getServerSession(authOptions())) as { sid?: unknown } | null;
  return typeof session?.sid === "string" ? staffOfSession(session.sid) : null;
});

/** The colleague behind this request, or null. Decides nothing: `enter` does. */
export const currentActor = async (): Promise<Actor | null> => (await signedIn())?.actor ?? null;

/** Guards a page: signed out goes to sign in and comes back here after; a role that may not sees a page that does not exist. */
export async function enter(entry: Entry): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) {
    const here = (await headers()).get("x-aanbel-path");
    redirect(here && here !== "/" ? `/aanmelden?naar=${encodeURIComponent(here)}` : "/aanmelden");
  }
  if (actor.role === "system" || !allowed(actor.role, entry)) notFound();
  return actor;
}

import { headers } from "next/headers";
import type { Actor } from "@/lib/auth/actor";
import { recordSight, type Seen, type Sight } from "./commands/sight";

/** Writes down who saw what, before it is shown. What a browser only fetches ahead was seen by nobody. */
export async function saw(actor: Actor, what: Sight, seen: Seen = {}): Promise<void> {
  if (!(await isAhead())) await recordSight(actor, what, seen);
}

/** Outside a request nothing is fetched ahead. */
async function isAhead(): Promise<boolean> {
  try {
    return (await headers()).has("next-router-prefetch");
  } catch {
    return false;
  }
}

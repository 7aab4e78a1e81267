import type { Actor } from "../auth/actor";
import { claim } from "./commands";
import type { Claim } from "./domain";
import { claimSchema } from "./schema";

/** What a browser told while a case is open, and who has what open now; null when it told something else. */
export async function takeClaim(actor: Actor, body: unknown): Promise<readonly Claim[] | null> {
  const read = claimSchema.safeParse(body);
  return read.success ? claim(actor, read.data) : null;
}

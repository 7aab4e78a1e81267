import type { Actor } from "../auth/actor";
import { claim } from "./commands";
import type { Claim } from "./domain";
import { claimSchema } from "./schema";

/** What a browser told while a case is open: which it is, and who has what open now; null when it told something else. */
export async function takeClaim(
  actor: Actor,
  body: unknown,
): Promise<{ readonly tenancyId: number | null; readonly claims: readonly Claim[] } | null> {
  const read = claimSchema.safeParse(body);
  return read.success ? { tenancyId: read.data.tenancyId, claims: await claim(actor, read.data) } : null;
}

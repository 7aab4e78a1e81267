import type { Actor } from "../auth/actor";
import { forgetOldDrafts, keepDraft } from "./commands";
import { draftSchema } from "./schema";

/** What came from a browser while somebody typed: the moment at which it was kept, or null when it is not a draft. */
export async function takeDraft(actor: Actor, body: unknown): Promise<Date | null> {
  const read = draftSchema.safeParse(body);
  return read.success && read.data.owner === actor.staffId ? keepDraft(actor, read.data) : null;
}

/** Every night: what nobody came back to goes. */
export const tidyDrafts = () => forgetOldDrafts();

import type { Actor } from "../auth/actor";
import { done, type Outcome, refused } from "../kernel/outcome";
import { now } from "../platform/clock";
import { inTransaction, prisma } from "../platform/db";
import { MOST_VIEWS } from "./domain/views";
import type { SaveViewInput } from "./schema";

/** Keeps a list under a name, for oneself or for every colleague; the same name again replaces what it stood for. */
export const saveView = (actor: Actor, { name, address, shared }: SaveViewInput): Promise<Outcome<{ name: string }>> =>
  inTransaction(async (db) => {
    const { staffId } = actor;
    if (staffId === null) return refused("not-found");
    const { moment: savedAt } = await now(db);
    const known = await db.savedView.count({ where: { staffId, name: { not: name } } });
    if (known >= MOST_VIEWS) return refused("too-many-views", { most: MOST_VIEWS });
    const view = { address, shared, savedAt };
    await db.savedView.upsert({ where: { staffId_name: { staffId, name } }, create: { staffId, name, ...view }, update: view });
    return done({ name });
  });

/** Takes away one's own; of a colleague's it stays. */
export async function removeView(actor: Actor, { viewId }: { viewId: number }): Promise<Outcome<{ viewId: number }>> {
  const { count } = await prisma().savedView.deleteMany({ where: { id: viewId, staffId: actor.staffId ?? 0 } });
  return count === 1 ? done({ viewId }) : refused("not-found");
}

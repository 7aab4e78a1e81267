import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { act } from "./act";

/** A person looked: nothing is missing between these statements. It does not come back, whatever file comes in. */
export const confirmGap = (
  actor: Actor,
  { commandId, gapId }: { readonly commandId: string; readonly gapId: number },
): Promise<Outcome<{ gapId: number }>> =>
  act(actor, { action: "bank.confirmGap", commandId }, async ({ db, moment }) => {
    const gap = await db.bankGap.findUnique({ where: { id: gapId } });
    if (!gap) return refused("not-found");
    if (gap.closedAt !== null) return refused("gap-closed");
    await db.bankGap.update({ where: { id: gapId }, data: { closedAt: moment, confirmed: true, staffId: actor.staffId } });
    return done({ gapId });
  });

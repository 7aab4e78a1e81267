import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { act } from "./act";

export interface Forgetting {
  readonly commandId: string;
  readonly ibanId: number;
}

/** The account no longer says whose a receipt is. A file does not bring it back. What was posted by it stays. */
export const forgetIban = (actor: Actor, { commandId, ibanId }: Forgetting): Promise<Outcome<{ ibanId: number }>> =>
  act(actor, { action: "bank.forgetIban", commandId }, async ({ db, moment }) => {
    const known = await db.tenancyIban.findUnique({ where: { id: ibanId } });
    if (!known) return refused("not-found");
    if (known.forgottenAt === null) await db.tenancyIban.update({ where: { id: ibanId }, data: { forgottenAt: moment } });
    return done({ ibanId });
  });

import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { sqlFile } from "@/lib/platform/sqlfile";
import { act } from "./act";

export interface UndoingDesignation {
  readonly commandId: string;
  /** The receipt on the rent account. */
  readonly paymentId: string;
}

/** Takes back what the program read in the text of a receipt: it is laid on the oldest rent again. The receipt itself stays where it is. */
export const undoDesignation = (
  actor: Actor,
  { commandId, paymentId }: UndoingDesignation,
): Promise<Outcome<{ paymentId: string }>> =>
  act(actor, { action: "bank.undoDesignation", commandId }, async ({ sql, moment, touch }) => {
    // Two people at once: the second waits for the first, and finds nothing left.
    const undone = await sql<{ tenancyId: number }>(sqlFile("bank/undo-designation"), [paymentId, moment.toISOString()]);
    if (undone.length === 0) return refused("not-named");
    touch(...undone.map((row) => row.tenancyId));
    return done({ paymentId });
  });

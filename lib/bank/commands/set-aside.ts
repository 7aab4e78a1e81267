import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { act } from "./act";
import { holdLine } from "./suspense-line";

export interface SettingAside {
  readonly commandId: string;
  readonly lineId: number;
  readonly reason: string;
}

/** Says that a line in suspense is not a tenant's money, and why. It can be undone like a allocation. */
export const setAside = (actor: Actor, { commandId, lineId, reason }: SettingAside): Promise<Outcome<{ lineId: number }>> =>
  act(actor, { action: "bank.setAside", commandId }, async ({ db, sql, moment, touch }) => {
    const line = await holdLine(sql, lineId);
    if (!line) return refused("not-found");
    if (line.disposition !== "suspense") return refused("already-allocated");
    await db.bankLine.update({
      where: { id: lineId },
      data: { disposition: "own", because: "staff", note: reason, settledAt: moment },
    });
    // The tenancies it might have been for were waiting because of it.
    touch(...line.suspects);
    return done({ lineId });
  });

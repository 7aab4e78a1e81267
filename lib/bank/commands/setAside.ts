import { record } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { holdLine } from "./suspenseLine";

/** Says that a line in suspense is not a tenant's money. It can be undone like a placement. */
export async function setAside(
  actor: Actor,
  { lineId }: { readonly lineId: number },
): Promise<Outcome<{ lineId: number }, "not-found" | "already-placed">> {
  return inTransaction(async (db) => {
    const line = await holdLine(db, lineId);
    if (!line) return refused("not-found");
    if (line.fate !== "suspense") return refused("already-placed");
    const { moment } = await now(db);
    const kept = await db.bankLine.update({
      where: { id: lineId },
      data: { fate: "own", because: "staff", settledAt: moment },
    });
    await record(db, { actor, action: "bank.setAside", detail: { lineId }, at: moment });
    // The tenancy it might have been for was waiting because of it.
    if (kept.suggestedTenancy !== null) await enqueue("reassess", { tenancyIds: [kept.suggestedTenancy] }, db);
    return done({ lineId });
  });
}

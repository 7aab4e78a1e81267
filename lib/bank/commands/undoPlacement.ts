import { record } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction, sqlOf } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { sqlFile } from "@/lib/platform/sqlfile";
import { holdLine } from "./suspenseLine";

export type UndoRefusal = "not-found" | "not-placed" | "return-stays" | "already-taken-back";

/** Takes a posted line back off the rent account by a reversing entry; it waits in suspense again. What was learned from it is forgotten. */
export async function undoPlacement(
  actor: Actor,
  { lineId }: { readonly lineId: number },
): Promise<Outcome<{ tenancyId: number | null }, UndoRefusal>> {
  return inTransaction(async (db) => {
    const line = await holdLine(db, lineId);
    if (!line) return refused("not-found");
    const { moment } = await now(db);
    if (line.fate === "own" && line.because === "staff") {
      await db.bankLine.update({ where: { id: lineId }, data: { fate: "suspense", because: "undone", settledAt: null } });
    } else {
      if (line.fate !== "posted" || line.tenancyId === null) return refused("not-placed");
      if (line.entryKind !== "payment") return refused("return-stays");
      if (line.entryReversed) return refused("already-taken-back");
      await sqlOf(db)(sqlFile("bank/unplace"), [lineId, moment.toISOString()]);
    }
    await record(db, { actor, action: "bank.undoPlacement", tenancyId: line.tenancyId, detail: { lineId }, at: moment });
    if (line.tenancyId !== null) await enqueue("reassess", { tenancyIds: [line.tenancyId] }, db);
    return done({ tenancyId: line.tenancyId });
  });
}

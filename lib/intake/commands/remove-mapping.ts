import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";

/** Ends a column mapping: its row stays, and the next file with these columns is asked about again. */
export function removeMapping(actor: Actor, mappingId: number): Promise<Outcome<{ name: string }, "mapping-gone">> {
  return inTransaction(async (db) => {
    const { moment } = await now(db);
    const [ended] = await db.columnMapping.updateManyAndReturn({
      where: { id: mappingId, replacedAt: null },
      data: { replacedAt: moment },
    });
    if (!ended) return refused("mapping-gone");
    const { name, format } = ended;
    await record(db, { actor, at: moment, action: "intake.removeMapping", detail: { name, format } });
    return done({ name });
  });
}

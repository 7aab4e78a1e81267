import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import type { PastFigureInput } from "./schema";

/** Keeps a past year's figure with its source; entering the same period again replaces it, and the audit row keeps both. */
export function enterPastFigure(actor: Actor, input: PastFigureInput): Promise<Outcome<{ id: number }>> {
  return inTransaction(async (db) => {
    const at = (await now(db)).moment;
    const key = { kind_period: { kind: input.kind, period: input.period } };
    const before = await db.pastFigure.findUnique({ where: key });
    const data = { value: input.value, source: input.source, staffId: actor.staffId, recordedAt: at };
    const row = await db.pastFigure.upsert({
      where: key,
      create: { kind: input.kind, period: input.period, ...data },
      update: data,
    });
    const detail = {
      kind: input.kind,
      period: input.period,
      value: String(input.value),
      before: before ? String(before.value) : null,
    };
    await record(db, { actor, action: "dashboard.enterPastFigure", tenancyId: null, detail, at });
    return done({ id: row.id });
  });
}

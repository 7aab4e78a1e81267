import { record } from "@/lib/audit/commands/record";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { amsterdamOf } from "@/lib/platform/zone";
import type { StartBulkInput } from "../schema";

/** Asks for one act for many tenancies; the worker does them one by one. The same form sent again asks nothing more. */
export const startBulk = (actor: Actor, { commandId, tenancyIds, params }: StartBulkInput): Promise<Outcome<{ runId: number }>> =>
  inTransaction(async (db) => {
    if (actor.staffId === null) return refused("not-found");
    const before = await db.bulkRun.findUnique({ where: { commandId } });
    if (before) return before.staffId === actor.staffId ? done({ runId: before.id }) : refused("not-found");
    const at = await now(db);
    const run = await db.bulkRun.create({
      data: {
        ...{ act: params.act, params, staffId: actor.staffId, commandId, askedAt: at.moment },
        rows: { create: tenancyIds.map((tenancyId) => ({ tenancyId })) },
      },
      select: { id: true },
    });
    const detail = { runId: run.id, act: params.act, rows: tenancyIds.length };
    await record(db, { actor, action: "bulk.startBulk", detail, at: at.moment });
    await enqueue("bulk", { runId: run.id }, db);
    return done({ runId: run.id });
  });

/** Asks to take a whole run back, by whoever asked for it and while it is today's; what cannot be taken back says so in its row. */
export const undoBulk = (actor: Actor, { runId }: { runId: number }): Promise<Outcome<{ runId: number }>> =>
  inTransaction(async (db) => {
    const run = await db.bulkRun.findUnique({ where: { id: runId } });
    if (!run || run.staffId !== actor.staffId) return refused("not-found");
    if (!run.finishedAt) return refused("not-finished");
    const at = await now(db);
    if (amsterdamOf(run.askedAt).day !== at.day) return refused("too-late-to-undo");
    const { count } = await db.bulkRun.updateMany({ where: { id: runId, undoneAt: null }, data: { undoneAt: at.moment } });
    if (count === 0) return refused("already-undone");
    await record(db, { actor, action: "bulk.undoBulk", detail: { runId }, at: at.moment });
    await enqueue("bulk", { runId }, db);
    return done({ runId });
  });

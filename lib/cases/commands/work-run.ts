import type { PoolClient } from "pg";
import { type Actor, SYSTEM } from "../../auth/actor";
import type { Day } from "../../kernel/day";
import { dayOf } from "../../platform/clock";
import { pool, prisma, shareWritersOn, sqlOfClient } from "../../platform/db";
import { decisions } from "../queries/facts";
import { notAnsweredSince } from "../queries/needing";
import { save } from "./save";

export interface RunProgress {
  readonly day: Day;
  readonly tenanciesDone: number;
  readonly tenancies: number;
}
interface Work {
  readonly id: number;
  readonly day: Day;
  readonly knownAt: Date;
  readonly actor: Actor;
}

const WAIT_MS = 50;
/** While two batches are with the database, the rules decide about a third. */
const LANES = 3;
/** A first run fills empty tables: without new statistics every reference to them would go on being checked as if they were empty. */
const GROWN: ReadonlySet<number> = new Set([4, 16, 64]);

/**
 * Works a run off batch by batch, until none is left. Whoever comes takes a batch that is not done and that nobody works
 * on: one worker or several share a run, and what a killed one had in hand is free again at once.
 */
export async function workRun(id: number, onProgress?: (progress: RunProgress) => void): Promise<void> {
  const run = await prisma().run.findUniqueOrThrow({ where: { id } });
  const work = { id, day: dayOf(run.day), knownAt: run.knownAt, actor: { ...SYSTEM, staffId: run.staffId } };
  await Promise.all(Array.from({ length: LANES }, () => lane(work, onProgress)));
}

async function lane(work: Work, onProgress?: (progress: RunProgress) => void): Promise<void> {
  for (;;) {
    const did = await inPgTransaction((client) => oneBatch(client, work));
    if (did !== null && GROWN.has(did))
      await pool()
        .query("ANALYZE arrears_case, assessment")
        .catch(() => {});
    const { left, done, all } = await standOf(work.id);
    if (did !== null) onProgress?.({ day: work.day, tenanciesDone: done, tenancies: all });
    if (left === 0) return;
    if (did === null) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

/** How far a run came: batches left, tenancies done and in all. */
async function standOf(id: number): Promise<{ left: number; done: number; all: number }> {
  const [row] = await sqlOfClient(pool())<{ left: number; done: number; all: number }>(
    `SELECT count(*) FILTER (WHERE NOT done)::int AS left, coalesce(sum(cardinality(tenancy_ids)) FILTER (WHERE done), 0)::int AS done,
       coalesce(sum(cardinality(tenancy_ids)), 0)::int AS "all" FROM run_batch WHERE run_id = $1`,
    [id],
  );
  return row ?? { left: 0, done: 0, all: 0 };
}

/** One batch in one transaction: its answers, what follows from them, and the mark that it is done. @returns its place in the run; null when there is none to take */
async function oneBatch(client: PoolClient, { id, day, knownAt, actor }: Work): Promise<number | null> {
  const sql = sqlOfClient(client);
  const [batch] = await sql<{ ordinal: number; tenancyIds: number[] }>(
    `SELECT ordinal, tenancy_ids AS "tenancyIds" FROM run_batch WHERE run_id = $1 AND NOT done ORDER BY ordinal LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [id],
  );
  if (!batch) return null;
  const { ordinal, tenancyIds } = batch;
  // Locked before they are looked at again: what the desk decides comes either before or after, never in between.
  await sql("SELECT id FROM tenancy WHERE id = ANY ($1::int[]) ORDER BY id FOR NO KEY UPDATE", [tenancyIds]);
  const last = await notAnsweredSince(sql, { knownAt, tenancyIds });
  const answers = await decisions(sql, { day, knownAt, part: "morning", tenancyIds: [...last.keys()] });
  const saved = await save(sql, answers, { actor, day, knownAt, runId: id }, last);
  await sql(
    "UPDATE run_batch SET done = true, assessed = $3, stored = $4, opened = $5, closed = $6 WHERE run_id = $1 AND ordinal = $2",
    [...[id, ordinal, last.size], ...[saved.stored, saved.opened, saved.closed]],
  );
  return ordinal;
}

async function inPgTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await shareWritersOn(client);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

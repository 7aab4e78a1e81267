import { type Db as BossDb, fromPrisma, PgBoss } from "pg-boss";
import { type Db, pool } from "./db";
import type { Jobs, QueueName } from "./queues";

const kept = globalThis as unknown as { aanbelBoss?: Promise<PgBoss> };

/** A queue client on the program's own pool: it sends, and works only when asked to (bin/worker). */
export function boss(options: { works: boolean } = { works: false }): Promise<PgBoss> {
  // One that could not start (the database was away) is no client for ever: the next who asks starts another.
  kept.aanbelBoss ??= startBoss(options.works).catch((error: unknown) => {
    kept.aanbelBoss = undefined;
    throw error;
  });
  return kept.aanbelBoss;
}

async function startBoss(works: boolean): Promise<PgBoss> {
  const db: BossDb = { executeSql: (text, values) => pool().query(text, values as unknown[]) };
  // The tables are made by bin/database/migrate as their owner; this role only uses them.
  const started = new PgBoss({
    db,
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: works,
    reindex: false,
    monitorVacuum: false,
  });
  started.on("error", () => {});
  await started.start();
  return started;
}

/** Puts work in the queue; inside `db`'s transaction when that is given, so that it exists exactly when the decision does. */
export async function enqueue<Name extends QueueName>(queue: Name, data: Jobs[Name], db?: Db): Promise<void> {
  const client = await boss();
  await client.send(queue, data, db ? { db: fromPrisma(db as never) } : {});
}

export async function stopJobs(): Promise<void> {
  const running = kept.aanbelBoss;
  kept.aanbelBoss = undefined;
  await (await running)?.stop({ graceful: true, timeout: 20_000 });
}

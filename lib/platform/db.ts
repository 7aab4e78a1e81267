import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { env } from "./env";
import { onceAPage } from "./once";

/** Prisma inside or outside a transaction. */
export type Db = Prisma.TransactionClient;

/** Every new connection asks anew how the database is reached: its password can change while the program runs (`aanbel rotate`). */
class Current extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionString: env.databaseUrl() });
  }
}
const OF_NOW = { Client: Current };

const kept = globalThis as unknown as { aanbelPrisma?: PrismaClient; aanbelPool?: pg.Pool };

/** The Prisma client, one per process; for reading and writing rows. */
export function prisma(): PrismaClient {
  kept.aanbelPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ ...OF_NOW, max: 10 }, { statementNameGenerator: ({ sql }) => nameOf(sql) ?? "" }),
  });
  return kept.aanbelPrisma;
}

const names = new Map<string, string>();

/**
 * The long statements of the named files are planned once per connection: planning one takes longer than answering it for
 * one tenancy. Not those to which null means all: one plan does not fit both.
 */
function nameOf(text: string): string | undefined {
  if (!text.startsWith("--") || text.includes("[] IS NULL OR")) return undefined;
  let known = names.get(text);
  if (known === undefined) names.set(text, (known = `aanbel_${names.size}`));
  return known;
}

/** The bare pool, for set-based SQL, COPY and cursors. */
export function pool(): pg.Pool {
  kept.aanbelPool ??= listening(new pg.Pool({ ...OF_NOW, max: 6 }));
  return kept.aanbelPool;
}

/** A database that restarts must not end the process: who asked something hears of it there, and the next one connects anew. */
function listening(made: pg.Pool): pg.Pool {
  made.on("error", () => {});
  made.on("connect", (client) => void client.on("error", () => {}));
  return made;
}

export async function disconnect(): Promise<void> {
  const { aanbelPrisma, aanbelPool } = kept;
  kept.aanbelPrisma = undefined;
  kept.aanbelPool = undefined;
  await aanbelPrisma?.$disconnect();
  await aanbelPool?.end();
}

/** True of the client itself, which is no transaction. */
export const isClient = (db: Db): boolean => db === kept.aanbelPrisma;

/** Set-based SQL on whatever connection the caller is in: rows as plain objects. Statements cast bigint, date and json to text themselves, so that both drivers answer alike. */
export type Sql = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;
export const sqlOf =
  (db: Db): Sql =>
  <Row>(text: string, values: readonly unknown[]) => {
    const ask = () => db.$queryRawUnsafe<Row[]>(text, ...values);
    // Outside a transaction nothing of ours writes this way; several parts of a page ask the same.
    return isClient(db) ? onceAPage(`${text} ${JSON.stringify(values)}`, ask) : ask();
  };
export const sqlOfClient =
  (client: pg.ClientBase | pg.Pool): Sql =>
  async <Row>(text: string, values: readonly unknown[]) =>
    (await client.query({ text, values: values as unknown[], name: nameOf(text) })).rows as Row[];

/** Writers share this lock; a run takes it alone for a moment to fix K, so that no commit slips behind K. */
const WRITERS_LOCK = 7300;
const shareWriters = (db: Db) => db.$executeRawUnsafe(`SELECT pg_advisory_xact_lock_shared(${WRITERS_LOCK})`);
/** For set-based writers on a bare client, inside their transaction. */
export const shareWritersOn = (client: pg.ClientBase) => client.query(`SELECT pg_advisory_xact_lock_shared(${WRITERS_LOCK})`);

/** One decision, one transaction: everything in `work` is kept or nothing is. */
export function inTransaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (db) => {
      await shareWriters(db);
      return work(db);
    },
    { timeout: 120_000, maxWait: 20_000 },
  );
}

/** For statements that sum every account: in the order of the covering index, which the planner does not find by itself. */
const OVER_ALL =
  "SET LOCAL enable_hashagg = off; SET LOCAL random_page_cost = 1.1; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0";

/**
 * Reads everything in `work` from one moment of the database, and writes nothing: no lock that a writer waits for.
 * @param reads "all": statements that go over every account
 */
export async function inSnapshot<T>(work: (sql: Sql) => Promise<T>, reads: "some" | "all" = "some"): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (reads === "all") await client.query(OVER_ALL);
    return await work(sqlOfClient(client));
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
}

/** Waits until writers under way have committed, then reads the moment: all facts recorded up to it are visible from here on. */
export async function fixKnownAt(now: () => Promise<Date>): Promise<Date> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query(`SELECT pg_advisory_xact_lock(${WRITERS_LOCK})`);
    const moment = await now();
    await client.query("COMMIT");
    return moment;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { QUEUES } from "@/lib/platform/queues";
import { grantTo, hasRights } from "./grants";
import { Hindrance } from "./hindrance";

const LOCK = 7299;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const text = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(text);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Everything that decides what `migrate` would do; kept in the database, so that an ordinary start sees at once that nothing has to be done. */
function fingerprint(wanted: readonly Migration[], appRole: string | null): string {
  const parts = [...wanted.map(({ checksum }) => checksum), JSON.stringify(QUEUES), grantTo.toString(), appRole ?? "-"];
  return createHash("sha256").update(parts.join("|")).digest("hex");
}

const readFingerprint = "SELECT obj_description(to_regclass('_prisma_migrations'), 'pg_class') AS text";

/**
 * Brings the database to the newest model, as its owner, and gives the program's role its rights.
 * Keeps the books of `prisma migrate`, so that both can be used on one database. Answers how many migrations it applied.
 */
export async function migrate(ownerUrl: string, appRole: string | null, onWork: () => void = () => {}): Promise<number> {
  const wanted = migrationsIn(path.join(import.meta.dirname, "../../prisma/migrations"));
  const print = fingerprint(wanted, appRole);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const done = (await client.query<{ text: string | null }>(readFingerprint)).rows[0]?.text === print;
    if (done && (appRole === null || (await hasRights(client, appRole)))) return 0;
    onWork();
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(TABLE);
    const missing = await missingOf(client, wanted);
    for (const migration of missing) await apply(client, migration);
    await prepareQueues(ownerUrl);
    if (appRole) await grantTo(client, appRole);
    await client.query(`COMMENT ON TABLE _prisma_migrations IS '${print}'`);
    return missing.length;
  } finally {
    await client.end();
  }
}

/** The migrations this database does not have yet; refuses a history that differs from the program's. */
async function missingOf(client: pg.Client, wanted: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL",
  );
  const known = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const changed = wanted.find(({ name, checksum }) => (known.get(name) ?? checksum) !== checksum);
  if (changed) throw new Hindrance("migrationChanged", { name: changed.name });
  const newer = rows.find(({ name }) => !wanted.some((migration) => migration.name === name));
  if (newer) throw new Hindrance("databaseNewer", { name: newer.name });
  return wanted.filter(({ name }) => !known.has(name));
}

/** The job queue's tables belong to the owner too; the program only uses them. */
async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const [name, options] of Object.entries(QUEUES)) {
      const { policy: _kept, ...changeable } = options;
      if (present.has(name)) await boss.updateQueue(name, changeable);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

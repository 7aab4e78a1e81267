import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";

/**
 * Loaded before every integration test file: gives it a fresh migrated database of its own and points the program at it,
 * as the role that does not own the tables. A test that must do what the program may not (a guard, a trigger) uses `asOwner`.
 */
const server = inject("server");
const name = `aanbel_test_${randomBytes(6).toString("hex")}`;

const urlAs = (user?: string, password?: string): string => {
  const url = new URL(server.ownerUrl);
  url.pathname = `/${name}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.toString();
};

process.env.AANBEL_DATABASE_URL = urlAs(server.role, server.password);
process.env.AANBEL_ROOT ??= process.cwd();
process.env.AANBEL_SEAL_KEY ??= "only for tests";

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(() => onServer(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));

afterAll(async () => {
  const { disconnect } = await import("@/lib/platform/db");
  const { stopJobs } = await import("@/lib/platform/jobs");
  await stopJobs();
  await disconnect();
  await drop(20);
});

/** Waits for closing connections to be gone: cutting one off would surface as an error of the test file. */
async function drop(tries: number): Promise<void> {
  try {
    await onServer(`DROP DATABASE IF EXISTS ${name} ${tries > 0 ? "" : "WITH (FORCE)"}`);
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await drop(tries - 1);
  }
}

/** Address of this file's database as the program's role, for a process the test starts itself. */
export const databaseUrl = (): string => urlAs(server.role, server.password);
/** The same as its owner. */
export const ownerUrl = (): string => urlAs();

/** One statement as the owner of the tables, for what the program's role may not do. */
export async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: urlAs() });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

import pg from "pg";
import { OWNER, SERVER } from "./server";

const DATABASE = "aanbel";
/** Exists only while an older data folder is changed over. */
const STEP = "aanbel_step";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const urlAs = (serverUrl: string, user: string, password: string, database = "postgres") =>
  Object.assign(new URL(serverUrl), { username: user, password, pathname: `/${database}` }).toString();

/** Undefined when the server does not let this one in. */
async function connected(connectionString: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  return client.connect().then(
    () => client,
    (error: { code?: string }) => {
      if (error.code?.startsWith("28")) return undefined;
      throw error;
    },
  );
}

async function within<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  return work().finally(() => client.end());
}

/** Everything of ours that belongs to the server's own role goes over to the owner; what came with an extension stays. */
const HAND_OVER = `DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT format('ALTER SCHEMA %I OWNER TO ${OWNER}', nspname) AS said FROM pg_namespace
      WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND nspowner = '${SERVER}'::regrole
    UNION ALL SELECT format('ALTER TABLE %s OWNER TO ${OWNER}', c.oid::regclass) FROM pg_class c
      WHERE c.relowner = '${SERVER}'::regrole AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'pgboss'))
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION ALL SELECT format('ALTER SEQUENCE %s OWNER TO ${OWNER}', c.oid::regclass) FROM pg_class c
      WHERE c.relowner = '${SERVER}'::regrole AND c.relkind = 'S' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'pgboss'))
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i', 'e'))
    UNION ALL SELECT format('ALTER FUNCTION %s OWNER TO ${OWNER}', p.oid::regprocedure) FROM pg_proc p
      WHERE p.proowner = '${SERVER}'::regrole AND p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'pgboss'))
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT format('ALTER TYPE %s OWNER TO ${OWNER}', t.oid::regtype) FROM pg_type t
      WHERE t.typowner = '${SERVER}'::regrole AND t.typtype IN ('e', 'd') AND t.typnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'pgboss'))
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
  LOOP EXECUTE one.said; END LOOP; END $$`;

/**
 * An older data folder, where the owner of the tables was the server's own role and so may do anything: that role gets another name and
 * password, and the tables a plain owner. In one transaction, so that a kill leaves the one or the other.
 */
async function changeOver(old: pg.Client, serverUrl: string, passwords: Passwords): Promise<void> {
  await within(old, async () => {
    await old.query(`DROP ROLE IF EXISTS ${STEP}`);
    await old.query(`CREATE ROLE ${STEP} LOGIN SUPERUSER PASSWORD ${literal(passwords.server)}`);
  });
  const hasDatabase = await connected(urlAs(serverUrl, STEP, passwords.server, DATABASE)).catch(() => undefined);
  const step = hasDatabase ?? (await connected(urlAs(serverUrl, STEP, passwords.server)));
  if (!step) throw new Error("the server does not let its own role in");
  await within(step, async () => {
    await step.query("BEGIN");
    await step.query(`ALTER ROLE ${OWNER} RENAME TO ${SERVER}`);
    await step.query(`ALTER ROLE ${SERVER} PASSWORD ${literal(passwords.server)}`);
    await step.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${literal(passwords.owner)}`);
    if (hasDatabase) {
      await step.query(`ALTER DATABASE ${DATABASE} OWNER TO ${OWNER}`);
      await step.query(HAND_OVER);
    }
    const { rowCount } = await step.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [`${DATABASE}_program`]);
    if (rowCount) await step.query(`GRANT ${DATABASE}_program TO ${OWNER} WITH ADMIN OPTION`);
    await step.query("COMMIT");
  });
}

export interface Passwords {
  readonly server: string;
  readonly owner: string;
}

/**
 * The embedded server's database with a plain owner: one that may make roles and owns the tables, and is no superuser. Answers its address.
 * @throws when the server lets nobody of ours in
 */
export async function ownedDatabase(serverUrl: string, passwords: Passwords): Promise<string> {
  let server = await connected(serverUrl);
  if (!server) {
    const old = await connected(urlAs(serverUrl, OWNER, passwords.owner));
    if (old) await changeOver(old, serverUrl, passwords);
    server = await connected(serverUrl);
  }
  if (!server) throw new Error("the server lets nobody of ours in: secrets.json belongs to another data folder");
  const client = server;
  await within(client, async () => {
    await client.query(`DROP ROLE IF EXISTS ${STEP}`);
    const { rowCount: known } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [OWNER]);
    if (!known) await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${literal(passwords.owner)}`);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  });
  return urlAs(serverUrl, OWNER, passwords.owner, DATABASE);
}

import { randomBytes } from "node:crypto";
import type pg from "pg";

/** Facts that are corrected with a further row: the program may add to them and read them, nothing else. */
const APPEND_ONLY = [
  "ledger_entry",
  "assessment",
  "audit_event",
  "message_status",
  "earlier_value",
  "rehearsal_reading",
  "access_event",
];

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The rights of the role the program connects as: it owns nothing, and cannot change what is append-only. */
export async function grantTo(client: pg.ClientBase, role: string): Promise<void> {
  const to = quoted(role);
  const statements = [
    `GRANT USAGE ON SCHEMA public, pgboss TO ${to}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${to}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${to}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, pgboss TO ${to}`,
    `REVOKE UPDATE, DELETE ON ${APPEND_ONLY.join(", ")} FROM ${to}`,
    // Erasing a person and forgetting logs are done by the owner, through these two and nothing else.
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${to}`,
  ];
  for (const statement of statements) await client.query(statement);
  // From version 17 on the program may refresh the planner's statistics itself, after it brought in a lot.
  const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
  if ((rows[0]?.version ?? 0) >= 170_000) await client.query(`GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${to}`);
}

/** A database that was restored on another machine says that it is up to date, while the role made here may do nothing yet. */
export async function hasRights(client: pg.ClientBase, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_schema_privilege($1, 'pgboss', 'USAGE') AND has_table_privilege($1, 'ledger_entry', 'SELECT')
      AND has_table_privilege($1, 'ledger_entry', 'INSERT') AND has_table_privilege($1, 'staff', 'UPDATE') AS may`,
    [role],
  );
  return rows[0]?.may === true;
}

/** Makes the role when it is not there and gives it this password; answers false when the owner may not make roles. */
export async function makeRole(client: pg.ClientBase, role: string, password: string): Promise<boolean> {
  const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  const literal = `'${password.replaceAll("'", "''")}'`;
  try {
    await client.query(`${rows.length ? "ALTER" : "CREATE"} ROLE ${quoted(role)} LOGIN PASSWORD ${literal}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "42501") return false;
    throw error;
  }
}

/** The roles the program connects as: its rights belong to the first, the second has them through it. */
export const programRoles = (database: string) => ({ first: `${database}_program`, second: `${database}_program_second` });

/** Makes the role the program connects as, with this password; answers false when the owner may not make roles. */
export async function makeProgramRole(client: pg.Client, which: "first" | "second", password: string): Promise<boolean> {
  const { first, second } = programRoles(client.database ?? "");
  if (which === "first") return makeRole(client, first, password);
  const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [first]);
  if (!rows.length && !(await makeRole(client, first, randomBytes(24).toString("hex")))) return false;
  if (!(await makeRole(client, second, password))) return false;
  return client.query(`GRANT ${quoted(first)} TO ${quoted(second)}`).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === "42501") return false;
      throw error;
    },
  );
}

/** Nobody gets in as this role any more; who is in stays in. */
export const withoutPassword = async (client: pg.ClientBase, role: string): Promise<void> =>
  void (await client.query(`ALTER ROLE ${quoted(role)} PASSWORD NULL`));

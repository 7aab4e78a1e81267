import pg from "pg";
import { migrate } from "./migrate";

/**
 * Takes a demo away, to build another: only when nothing but the demo is in the database and no other process uses it.
 * The tables are dropped and made again by their owner, since the ledger cannot be emptied.
 */
export async function emptyDemo(ownerUrl: string, role: string | null): Promise<"emptied" | "holds-more" | "in-use"> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ demo: boolean; own: boolean; others: number }>(
      `SELECT EXISTS (SELECT FROM own_clock WHERE seed IS NOT NULL) AS demo, EXISTS (SELECT FROM staff WHERE NOT demo) AS own,
        (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND usesysid IS NOT NULL AND pid <> pg_backend_pid()) AS others`,
    );
    const found = rows[0];
    if (!found?.demo || found.own) return "holds-more";
    if (found.others > 0) return "in-use";
    await client.query("BEGIN; DROP SCHEMA public CASCADE; DROP SCHEMA pgboss CASCADE; CREATE SCHEMA public; COMMIT");
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, role);
  return "emptied";
}

import { now } from "../platform/clock";
import { pool, shareWritersOn } from "../platform/db";
import { enqueue } from "../platform/jobs";
import { rematch as rematchOn } from "./commands/rematch";

/** Looks again at what waits in suspense, after somebody taught an account; the tenancies it touched are assessed again. */
export async function rematch(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await shareWritersOn(client);
    const { moment } = await now();
    const tenancyIds = await rematchOn(client, moment);
    await client.query("COMMIT");
    if (tenancyIds.length > 0) await enqueue("reassess", { tenancyIds });
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

import type { Day } from "../../kernel/day";
import { inTransaction, pool, type Sql, sqlOf, sqlOfClient } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { decisions } from "../queries/facts";
import { needing, notAnsweredSince } from "../queries/needing";
import { addBatches } from "./plan-run";
import { answerRow } from "./save";

/** Of those with an open case, and of all others. */
const SAMPLE = 100;

interface Checked {
  readonly id: number;
  readonly day: Day;
  readonly knownAt: Date;
}

/**
 * Looks whether a run over the touched tenancies was right about the others: asks the rules about a sample of them and
 * compares with what stands. When any differs, the run goes on over everybody, and says so.
 */
export async function checkRun(run: Checked, atOnce: number): Promise<void> {
  const sql = sqlOfClient(pool());
  const drawn = await sql<{ id: number }>(sqlFile("cases/check-sample"), [run.id, run.knownAt, SAMPLE]);
  const ids = [...(await notAnsweredSince(sql, { knownAt: run.knownAt, tenancyIds: drawn.map((row) => row.id) })).keys()];
  const differed = await differing(sql, run, ids);
  await inTransaction(async (db) => {
    await db.run.update({
      where: { id: run.id },
      data: { checked: ids.length, differed, ...(differed > 0 ? { scope: "full" } : {}) },
    });
    if (differed === 0) return;
    const inside = sqlOf(db);
    const rest = await unasked(inside, run);
    const [last] = await inside<{ next: number }>(
      "SELECT coalesce(max(ordinal), -1) + 1 AS next FROM run_batch WHERE run_id = $1",
      [run.id],
    );
    await addBatches(inside, run.id, last?.next ?? 0, rest, atOnce);
  });
}

async function differing(sql: Sql, { day, knownAt }: Checked, ids: readonly number[]): Promise<number> {
  const asked = await needing(sql, { day, knownAt, tenancyIds: ids });
  const answers = await decisions(sql, { day, knownAt, part: "morning", tenancyIds: asked });
  const rows = answers.map((one) => answerRow(one, new Map()));
  const [row] = await sql<{ differ: number }>(sqlFile("cases/answers-differ"), [JSON.stringify(rows)]);
  return row?.differ ?? 0;
}

async function unasked(sql: Sql, { id, day, knownAt }: Checked): Promise<number[]> {
  const all = await needing(sql, { day, knownAt, tenancyIds: null });
  const rows = await sql<{ id: number }>("SELECT unnest(tenancy_ids) AS id FROM run_batch WHERE run_id = $1", [id]);
  const asked = new Set(rows.map((row) => row.id));
  return all.filter((one) => !asked.has(one));
}

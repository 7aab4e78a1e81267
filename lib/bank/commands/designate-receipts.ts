import type { Day } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { reachOf, readDesignation } from "../domain/read-designation";

/** Receipts whose text may name what they are for; of this transaction only. */
export const REMITTANCE_TABLE =
  "CREATE TEMP TABLE IF NOT EXISTS remittance (line_id int, tenancy_id int, entry_id bigint, amount bigint, text text) ON COMMIT DROP";

/** Texts looked at together: few enough to keep memory flat. */
const AT_ONCE = 2_000;

interface TextRow {
  readonly tenancyId: number;
  readonly entryId: string;
  readonly bookedOn: Day;
  readonly text: string;
  readonly own: string[];
  readonly numbers: string[];
}

/**
 * Keeps what the receipts in `remittance` name, as their payers wrote it, to be taken back by a person. Answers how many receipts.
 */
export async function designateReceipts(sql: Sql, moment: Date): Promise<number> {
  let named = 0;
  for (let after = "0"; ; ) {
    const rows = await sql<TextRow>(sqlFile("bank/remittances"), [after, AT_ONCE]);
    const last = await sql<{ id: string | null }>(
      "SELECT max(entry_id)::text AS id FROM (SELECT entry_id FROM remittance WHERE entry_id > $1::bigint ORDER BY entry_id LIMIT $2) x",
      [after, AT_ONCE],
    );
    named += await keep(sql, rows, moment);
    if (last[0]?.id == null) return named;
    after = last[0].id;
  }
}

async function keep(sql: Sql, rows: readonly TextRow[], moment: Date): Promise<number> {
  const found = rows.flatMap(({ tenancyId, entryId, bookedOn, text, own, numbers }) => {
    const designation = readDesignation(text, bookedOn, { own, numbers });
    if (!designation) return [];
    const { because, said } = designation;
    return [
      {
        tenancy_id: tenancyId,
        payment_id: entryId,
        because,
        said,
        words: designation.words.slice(0, 200),
        reaches: reachOf(said, bookedOn),
      },
    ];
  });
  if (found.length > 0)
    await sql(
      `INSERT INTO designation (tenancy_id, payment_id, because, said, words, reaches, recorded_at)
       SELECT n.*, $2::timestamptz(3) FROM jsonb_to_recordset($1::jsonb)
         AS n (tenancy_id int, payment_id bigint, because text, said jsonb, words text, reaches char(7))`,
      [JSON.stringify(found), moment.toISOString()],
    );
  return found.length;
}

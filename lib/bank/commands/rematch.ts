import type pg from "pg";
import { createStage, insertRows, type StagedRow } from "@/lib/platform/bulk";
import { sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { DUPLICATE_DAYS, pairDuplicates, type Resemblance } from "../domain/cross-source-duplicates";
import { match } from "../domain/match";
import type { Received } from "../domain/register";
import { isReceiptSource, receiptSources } from "../queries/receipt-sources";
import { loadRegister } from "../queries/register";
import { designateReceipts, REMITTANCE_TABLE } from "./designate-receipts";

const STAGED = {
  line_no: "int",
  disposition: "text",
  because: "text",
  tenancy_id: "int",
  suggested: "int",
  suggestions: "text",
  suspects: "text",
} as const;

type Waiting = Omit<Received, "amountCents" | "isReturn" | "isBatch"> & { id: number; accountId: number; amount: string };

/** Receipts that wait and that nobody put there by hand: what a person took back stays until a person places it. */
const WAITING = `SELECT id, account_id AS "accountId", amount_cents::text AS amount, booked_on::text AS "bookedOn", reference, end_to_end AS "endToEnd", remittance,
    counterparty, iban
  FROM bank_line WHERE disposition = 'suspense' AND amount_cents > 0 AND coalesce(because, '') NOT IN ('undone', 'returned-payment', 'maybe-erp-sent-it') ORDER BY id FOR UPDATE`;

/**
 * Looks again at what waits in suspense, with the contracts, references and accounts known now: what became certain is posted.
 * Inside the caller's transaction. Answers the tenancies it touched.
 */
export async function rematch(client: pg.ClientBase, moment: Date): Promise<number[]> {
  const { rows } = await client.query<Waiting>(WAITING);
  if (rows.length === 0) return [];
  const sql = sqlOfClient(client);
  const [register, chosen] = [await loadRegister(sql), await receiptSources(sql)];
  const judged = rows.flatMap(({ id, accountId, amount, ...line }): StagedRow<typeof STAGED>[] => {
    const disposition = match({ ...line, amountCents: BigInt(amount), isReturn: false, isBatch: false }, register);
    if (disposition.disposition === "own" || isReceiptSource(chosen, "erp", line.bookedOn, accountId)) return [];
    const suggestions = disposition.suggestions.length > 0 ? JSON.stringify(disposition.suggestions) : null;
    const found = { line_no: id, disposition: disposition.disposition, because: disposition.because, suggestions };
    return disposition.disposition === "posted"
      ? [{ ...found, tenancy_id: disposition.tenancyId, suggested: null, suspects: "{}" }]
      : [{ ...found, tenancy_id: null, suggested: disposition.suggested, suspects: `{${disposition.suspects.join(",")}}` }];
  });
  await createStage(client, "rematched", STAGED);
  await client.query("ALTER TABLE rematched ADD COLUMN duplicate_of bigint");
  await insertRows(client, "rematched", STAGED, judged);
  const touched = await client.query<{ id: number }>(
    `SELECT DISTINCT t.id FROM rematched s JOIN bank_line l ON l.id = s.line_no
     CROSS JOIN LATERAL unnest(ARRAY[s.tenancy_id, s.suggested, l.suggested_tenancy] || s.suspects::int[] || l.suspects) t (id)
     WHERE t.id IS NOT NULL AND (s.disposition = 'posted' OR l.suspects IS DISTINCT FROM s.suspects::int[]) ORDER BY 1`,
  );
  const alike = await client.query<Resemblance>(sqlFile("bank/rematch-duplicates"), [DUPLICATE_DAYS]);
  const duplicates = [...pairDuplicates(alike.rows).pairs];
  await client.query(
    `UPDATE rematched s SET disposition = 'ignored', because = 'erp-sent-it', duplicate_of = p.entry_id
     FROM unnest($1::int[], $2::bigint[]) p (line_no, entry_id) WHERE p.line_no = s.line_no`,
    [duplicates.map(([line]) => line), duplicates.map(([, entry]) => entry)],
  );
  await client.query(sqlFile("bank/rematch-post"), [moment]);
  await client.query(REMITTANCE_TABLE);
  await client.query(sqlFile("bank/rematched-remittances"));
  await designateReceipts(sql, moment);
  return touched.rows.map((row) => row.id);
}

import type pg from "pg";
import { sqlFile } from "@/lib/platform/sqlfile";
import { DUPLICATE_DAYS } from "../domain/cross-source-duplicates";

interface Waiting {
  id: number;
  tenancy_id: number | null;
}

interface Found {
  tenancy_id: number;
  entry_id: string;
  /** The ERP already took it back: its reversal. */
  duplicate_of: string | null;
}

/**
 * Looks again at every return that waits: when the payment it takes back is there, its reversal is posted. So the order in which
 * statements arrive does not matter. Answers how many were settled.
 */
export async function settleReturns(client: pg.ClientBase, moment: Date): Promise<number> {
  const { rows } = await client.query<Waiting>(
    `SELECT id, suggested_tenancy AS tenancy_id FROM bank_line
     WHERE disposition = 'suspense' AND is_return AND amount_cents < 0 AND because = 'return' ORDER BY booked_on, fingerprint`,
  );
  let settled = 0;
  for (const line of rows) {
    const found = await client.query<Found>(sqlFile("bank/payment-of-return"), [line.id, line.tenancy_id, DUPLICATE_DAYS]);
    const payment = found.rows[0];
    if (!payment) continue;
    await client.query(sqlFile(payment.duplicate_of ? "bank/return-known" : "bank/return-post"), [
      line.id,
      payment.tenancy_id,
      payment.duplicate_of ?? payment.entry_id,
      moment,
    ]);
    await client.query("INSERT INTO touched VALUES ($1)", [payment.tenancy_id]);
    settled++;
  }
  return settled;
}

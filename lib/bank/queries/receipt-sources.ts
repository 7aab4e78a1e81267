import type { Day } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";

export type Source = "bank" | "erp";

/** Which source leads for the receipts of an account (null: of every account without a row of its own) from a day on. */
export interface ReceiptSource {
  readonly accountId: number | null;
  /** `first`: whichever sent a receipt first. */
  readonly source: Source | "first";
  readonly from: Day;
}

/** Every choice ever made, the latest last. */
export const receiptSources = (sql: Sql): Promise<ReceiptSource[]> =>
  sql('SELECT account_id AS "accountId", source, from_day::text AS "from" FROM receipt_source ORDER BY id', []);

/** Whether `source` alone brings the receipts booked on `day` on this account. A later choice replaces earlier ones from its own day on. */
export function isReceiptSource(chosen: readonly ReceiptSource[], source: Source, day: Day, accountId: number): boolean {
  const own = chosen.filter((one) => one.accountId === accountId);
  const valid = (own.length > 0 ? own : chosen.filter((one) => one.accountId === null)).filter((one) => one.from <= day);
  return valid.at(-1)?.source === source;
}

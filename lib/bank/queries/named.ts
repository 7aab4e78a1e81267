import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Named } from "../domain/named";

/** What these receipts were named for, by receipt; most were not. */
export async function namedFor(sql: Sql, paymentIds: readonly string[]): Promise<Map<string, Named>> {
  if (paymentIds.length === 0) return new Map();
  const rows = await sql<Named>(sqlFile("bank/named"), [paymentIds]);
  return new Map(rows.map((row) => [row.paymentId, row]));
}

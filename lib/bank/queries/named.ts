import type { Sql } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Named } from "../domain/named";

/** What these payments were named for, by payment; most were not. */
export async function namedFor(sql: Sql, paymentIds: readonly string[]): Promise<Map<string, Named>> {
  if (paymentIds.length === 0) return new Map();
  const rows = await sql<Omit<Named, "charges"> & { charges: string }>(sqlFile("bank/named"), [paymentIds]);
  return new Map(rows.map((row) => [row.paymentId, { ...row, charges: JSON.parse(row.charges) as Named["charges"] }]));
}

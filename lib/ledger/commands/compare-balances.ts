import type { Day } from "../../kernel/day";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";

interface Comparing {
  readonly day: Day;
  readonly moment: Date;
  /** Null: every tenancy with a balance. */
  readonly tenancyIds: readonly number[] | null;
}

/**
 * Compares what the housing system says each contract owes with our own ledger on that day. A difference is a data problem of that
 * tenancy, and holds contact about it; it ends when they are equal again. Answers the tenancies whose problem began or ended.
 */
export async function compareBalances(sql: Sql, { day, moment, tenancyIds }: Comparing): Promise<number[]> {
  const rows = await sql<{ tenancyId: number }>(sqlFile("ledger/compare-balances"), [day, moment.toISOString(), tenancyIds]);
  return rows.map((row) => row.tenancyId);
}

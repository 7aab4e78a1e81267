import type { Day } from "@/lib/kernel/day";
import { pool, type Sql, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** Money on its way that no receipt matched yet. */
export interface Provisional {
  readonly id: number;
  readonly kind: string;
  readonly cents: string;
  readonly receiptNumber: string | null;
  readonly paidOn: Day;
  readonly holdsUntil: Day;
  /** Its day has passed: somebody must find out. */
  readonly overdue: boolean;
  readonly tenancyId: number;
  readonly number: string;
  readonly names: string | null;
}

/** Of all, or of one tenancy; those whose day passed first. */
export const provisionalPayments = (
  today: Day,
  tenancyId: number | null = null,
  sql: Sql = sqlOfClient(pool()),
): Promise<Provisional[]> => sql<Provisional>(sqlFile("bank/provisional"), [today, tenancyId]);

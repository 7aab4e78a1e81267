import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/kernel/day";
import { pool, sqlOfClient } from "@/lib/platform/db";

/** Through which day the receipts of each source are there; `account` null is the ERP. */
export const completeBySource = (_actor: Actor): Promise<{ account: string | null; through: Day }[]> =>
  sqlOfClient(pool())(
    `SELECT a.name AS account, max(c.through_day)::text AS through FROM receipts_complete c LEFT JOIN bank_account a ON a.id = c.account_id
     GROUP BY a.id, a.name ORDER BY a.id NULLS LAST`,
    [],
  );

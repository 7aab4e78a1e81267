import type { Day } from "@/lib/kernel/day";
import type { Sql } from "@/lib/platform/db";

/** A bank line as the commands that place it need it; `amount` signed, in cents. */
export interface HeldLine {
  readonly id: number;
  readonly disposition: string;
  readonly because: string | null;
  readonly amount: string;
  readonly bookedOn: Day;
  readonly iban: string | null;
  /** What the payer wrote. */
  readonly text: string | null;
  readonly tenancyId: number | null;
  readonly entryId: string | null;
  readonly suspects: readonly number[];
  /** It takes back an earlier booking. */
  readonly isReturn: boolean;
}

/** Takes the line for this transaction, so that two people cannot place it both. */
export async function holdLine(sql: Sql, id: number): Promise<HeldLine | null> {
  const [line] = await sql<HeldLine>(
    `SELECT id, disposition, because, amount_cents::text AS amount, booked_on::text AS "bookedOn", iban, remittance AS text, tenancy_id AS "tenancyId",
       is_return AS "isReturn", entry_id::text AS "entryId", CASE WHEN suggested_tenancy IS NULL THEN suspects ELSE suspects || suggested_tenancy END AS suspects
     FROM bank_line WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return line ?? null;
}

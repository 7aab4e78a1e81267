import type { Db } from "@/lib/platform/db";
import { sqlOf } from "@/lib/platform/db";

/** A bank line as the commands that place it need it; `amount` signed, in cents. */
export interface HeldLine {
  readonly id: number;
  readonly fate: string;
  readonly because: string | null;
  readonly amount: string;
  readonly bookedOn: string;
  readonly iban: string | null;
  readonly tenancyId: number | null;
  readonly entryId: string | null;
  readonly entryKind: string | null;
  readonly entryReversed: boolean;
  readonly settledAt: string | null;
}

/** Takes the line for this transaction, so that two people cannot place it both. */
export async function holdLine(db: Db, id: number): Promise<HeldLine | null> {
  const sql = sqlOf(db);
  const locked = await sql<{ id: number }>("SELECT id FROM bank_line WHERE id = $1 FOR UPDATE", [id]);
  if (locked.length === 0) return null;
  const [line] = await sql<HeldLine>(
    `SELECT l.id, l.fate, l.because, l.amount_cents::text AS amount, l.booked_on::text AS "bookedOn", l.iban, l.tenancy_id AS "tenancyId",
       l.entry_id::text AS "entryId", e.kind AS "entryKind", l.settled_at::text AS "settledAt",
       EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = l.entry_id) AS "entryReversed"
     FROM bank_line l LEFT JOIN ledger_entry e ON e.id = l.entry_id WHERE l.id = $1`,
    [id],
  );
  return line ?? null;
}

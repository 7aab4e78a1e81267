import { record } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { now } from "@/lib/platform/clock";
import { type Db, inTransaction, sqlOf } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { sqlFile } from "@/lib/platform/sqlfile";
import { TWIN_DAYS } from "../domain/twins";
import { type HeldLine, holdLine } from "./suspenseLine";

export type PlaceRefusal = "not-found" | "already-placed" | "unknown-tenancy" | "nothing-to-take-back";
/** `posted` false: the ERP had sent this receipt already; it is recognised, not posted twice. */
export interface Placed {
  readonly tenancyId: number;
  readonly posted: boolean;
}

/** Puts a line from suspense on a tenancy's rent account, and remembers the paying account for the next time. */
export async function placeLine(
  actor: Actor,
  { lineId, tenancyId }: { readonly lineId: number; readonly tenancyId: number },
): Promise<Outcome<Placed, PlaceRefusal>> {
  return inTransaction(async (db) => {
    const line = await holdLine(db, lineId);
    if (!line) return refused("not-found");
    if (line.fate !== "suspense") return refused("already-placed");
    if (!(await db.tenancy.findUnique({ where: { id: tenancyId }, select: { id: true } }))) return refused("unknown-tenancy");
    const { moment } = await now(db);
    const posted =
      BigInt(line.amount) > 0n ? await placeReceipt(db, line, tenancyId, moment) : await placeReturn(db, line, tenancyId, moment);
    if (posted === null) return refused("nothing-to-take-back");
    if (posted && BigInt(line.amount) > 0n) await learnIban(db, line, tenancyId, moment);
    await record(db, {
      actor,
      action: "bank.placeLine",
      tenancyId,
      detail: { lineId, posted, amountCents: line.amount },
      at: moment,
    });
    await enqueue("reassess", { tenancyIds: [tenancyId] }, db);
    return done({ tenancyId, posted });
  });
}

async function placeReceipt(db: Db, line: HeldLine, tenancyId: number, moment: Date): Promise<boolean> {
  const sql = sqlOf(db);
  const [twin] = await sql<{ id: string }>(
    `SELECT e.id::text AS id FROM ledger_entry e
     WHERE e.tenancy_id = $1 AND e.source = 'erp' AND e.kind = 'payment' AND e.amount_cents = $2::bigint
       AND abs(e.booked_on - $3::date) <= $4::int AND NOT EXISTS (SELECT FROM bank_line b WHERE b.entry_id = e.id)
     ORDER BY abs(e.booked_on - $3::date), e.id LIMIT 1`,
    [tenancyId, line.amount, line.bookedOn, TWIN_DAYS],
  );
  if (twin) await sql(sqlFile("bank/return-known"), [line.id, tenancyId, twin.id, moment.toISOString()]);
  else await sql(sqlFile("bank/place"), [line.id, tenancyId, moment.toISOString()]);
  return !twin;
}

/** A returned debit placed by hand takes back that tenancy's payment of the same amount; null when there is none. */
async function placeReturn(db: Db, line: HeldLine, tenancyId: number, moment: Date): Promise<boolean | null> {
  const sql = sqlOf(db);
  const [found] = await sql<{ tenancy_id: number; entry_id: string; twin_id: string | null }>(sqlFile("bank/payment-of-return"), [
    line.id,
    tenancyId,
    TWIN_DAYS,
  ]);
  if (!found || found.tenancy_id !== tenancyId) return null;
  const statement = found.twin_id ? "bank/return-known" : "bank/return-post";
  await sql(sqlFile(statement), [line.id, tenancyId, found.twin_id ?? found.entry_id, moment.toISOString()]);
  return found.twin_id === null;
}

async function learnIban(db: Db, line: HeldLine, tenancyId: number, moment: Date): Promise<void> {
  if (line.iban === null) return;
  const known = await db.tenancyIban.findFirst({ where: { tenancyId, iban: line.iban, forgottenAt: null } });
  if (!known) await db.tenancyIban.create({ data: { tenancyId, iban: line.iban, recordedAt: moment } });
}

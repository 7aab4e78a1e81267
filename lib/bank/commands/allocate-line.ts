import type { Actor } from "@/lib/auth/actor";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { allocate } from "@/lib/ledger/domain/allocate";
import { refundOf } from "@/lib/ledger/domain/refund";
import { accounts } from "@/lib/ledger/queries/accounts";
import { enqueue } from "@/lib/platform/jobs";
import { sqlFile } from "@/lib/platform/sqlfile";
import { DUPLICATE_DAYS } from "../domain/cross-source-duplicates";
import { mayName } from "../domain/read-designation";
import { type Part, splitProblem } from "../domain/split";
import { paysOthers } from "../queries/suspense";
import { type Act, act } from "./act";
import { designateReceipts, REMITTANCE_TABLE } from "./designate-receipts";
import { type HeldLine, holdLine } from "./suspense-line";

export interface Placing {
  readonly commandId: string;
  readonly lineId: number;
  /** One for the whole line, or several that add up to it. */
  readonly parts: readonly Part[];
  /** Remember the paying account for the next time; only of a whole line. */
  readonly learn: boolean;
}
/** `posted` 0: the ERP had sent this receipt already; it is recognised, not posted twice. */
export type Placed = { readonly lineId: number; readonly posted: number };

/** Puts a line from suspense on one rent account, or divided over several, and remembers the paying account if asked. */
export const allocateLine = (actor: Actor, { commandId, lineId, parts, learn }: Placing): Promise<Outcome<Placed>> =>
  act(actor, { action: "bank.allocateLine", commandId }, async (desk) => {
    const line = await holdLine(desk.sql, lineId);
    if (!line) return refused("not-found");
    if (line.disposition !== "suspense") return refused("already-allocated");
    const amount = BigInt(line.amount);
    const problem = splitProblem(parts, amount < 0n ? -amount : amount);
    if (problem) return refused(problem, { amountCents: line.amount });
    const [only] = parts;
    const teaches = learn && only !== undefined && parts.length === 1 && amount > 0n;
    if (teaches && (await paysOthers(desk.sql, line.iban, only.tenancyId)))
      return refused("pays-for-others", { iban: line.iban ?? "" });
    if (amount < 0n && parts.length > 1) return refused("one-account");
    const unknown = await unknownPlace(desk, parts);
    if (unknown) return refused(unknown);
    const posted =
      amount > 0n
        ? await allocateReceipt(desk, line, parts)
        : line.isReturn
          ? await allocateReturn(desk, line, parts)
          : await allocateRefund(desk, line, parts);
    if (posted === null) return refused(amount < 0n && !line.isReturn ? "more-than-free" : "nothing-to-take-back");
    desk.touch(...parts.map((part) => part.tenancyId), ...line.suspects);
    if (teaches && posted > 0) await learnIban(desk, line, only.tenancyId);
    return done({ lineId, posted });
  });

async function unknownPlace({ sql }: Act, parts: readonly Part[]): Promise<"unknown-tenancy" | "unknown-charge" | null> {
  const [found] = await sql<{ tenancies: number; charges: number }>(
    `SELECT (SELECT count(*)::int FROM tenancy WHERE id = ANY ($1::int[])) AS tenancies,
       (SELECT count(*)::int FROM unnest($2::bigint[], $3::int[]) p (charge, tenancy)
         JOIN ledger_entry e ON e.id = p.charge AND e.tenancy_id = p.tenancy AND e.kind = 'charge') AS charges`,
    [parts.map((it) => it.tenancyId), ...named(parts)],
  );
  if (found?.tenancies !== new Set(parts.map((it) => it.tenancyId)).size) return "unknown-tenancy";
  return found.charges === parts.filter((it) => it.chargeId !== undefined).length ? null : "unknown-charge";
}

function named(parts: readonly Part[]): [string[], number[]] {
  const some = parts.filter((it) => it.chargeId !== undefined);
  return [some.map((it) => String(it.chargeId)), some.map((it) => it.tenancyId)];
}

/** Posts what the ERP has not sent itself; answers how many parts were posted. */
async function allocateReceipt({ sql, moment }: Act, line: HeldLine, parts: readonly Part[]): Promise<number> {
  const rows = await sql<{ source: string }>(sqlFile("bank/place"), [
    line.id,
    parts.map((it) => it.tenancyId),
    parts.map((it) => String(it.cents)),
    parts.map((it) => String(it.chargeId ?? 0n)),
    moment.toISOString(),
    DUPLICATE_DAYS,
  ]);
  // Who divides a line says what each part is for; a whole line may say it itself.
  const [only, another] = parts;
  if (only && !another && only.chargeId === undefined && mayName(line.text)) {
    await sql(REMITTANCE_TABLE, []);
    await sql("INSERT INTO remittance SELECT id, tenancy_id, entry_id, amount_cents, NULL FROM bank_line WHERE id = $1", [
      line.id,
    ]);
    await designateReceipts(sql, moment);
  }
  return rows.filter((row) => row.source === "bank").length;
}

/** A returned debit placed by hand takes back that tenancy's payment of the same amount; null when there is none. */
async function allocateReturn({ sql, moment }: Act, line: HeldLine, [part]: readonly Part[]): Promise<number | null> {
  if (!part) return null;
  const [found] = await sql<{ tenancy_id: number; entry_id: string; duplicate_of: string | null }>(
    sqlFile("bank/payment-of-return"),
    [line.id, part.tenancyId, DUPLICATE_DAYS],
  );
  if (!found || found.tenancy_id !== part.tenancyId) return null;
  const statement = found.duplicate_of ? "bank/return-known" : "bank/return-post";
  await sql(sqlFile(statement), [line.id, part.tenancyId, found.duplicate_of ?? found.entry_id, moment.toISOString()]);
  return found.duplicate_of === null ? 1 : 0;
}

/**
 * What we paid back to a tenant is taken off the receipts whose money is free, the newest first; null when more was paid back than
 * that.
 */
async function allocateRefund({ sql, moment }: Act, line: HeldLine, [part]: readonly Part[]): Promise<number | null> {
  if (!part) return null;
  const at = { day: line.bookedOn, knownAt: moment, tenancyIds: [part.tenancyId] };
  const account = (await accounts(sql, at)).get(part.tenancyId);
  const pieces = account ? refundOf(allocate(account, line.bookedOn), part.cents) : null;
  if (pieces === null) return null;
  await sql(sqlFile("bank/refund-post"), [
    line.id,
    part.tenancyId,
    pieces.map(({ receiptId }) => receiptId),
    pieces.map(({ cents }) => String(cents)),
    moment.toISOString(),
  ]);
  return 1;
}

/** The account pays for this tenancy: other lines of it that wait are looked at again. */
async function learnIban({ db, moment }: Act, line: HeldLine, tenancyId: number): Promise<void> {
  if (line.iban === null) return;
  const known = await db.tenancyIban.findFirst({ where: { tenancyId, iban: line.iban, forgottenAt: null } });
  if (known) return;
  await db.tenancyIban.create({ data: { tenancyId, iban: line.iban, lineId: line.id, recordedAt: moment } });
  await enqueue("rematch", {}, db);
}

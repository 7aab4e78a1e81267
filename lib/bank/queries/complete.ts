import { previousBankDay } from "@/lib/kernel/calendar";
import { type Day, earliest } from "@/lib/kernel/day";
import { pool, type Sql, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Gap } from "../domain/chain";

/** How complete the receipts of one account are. */
export interface Completeness {
  readonly accountId: number;
  readonly iban: string;
  readonly name: string;
  /** The last day up to which nothing is missing. */
  readonly through: Day | null;
  /** The last day of any statement. */
  readonly last: Day;
  /** The oldest break in its statements. */
  readonly gap: (Gap & { readonly id: number }) | null;
}

interface Row {
  accountId: number;
  iban: string;
  name: string;
  last: Day;
  gapId: number | null;
  gapFrom: Day;
  gapTo: Day;
  gapKind: Gap["kind"];
}

/** Every account with statements, as known at a moment. A break holds completeness back to the bank day before it. */
export async function completeness(sql: Sql, knownAt: Date): Promise<Completeness[]> {
  const rows = await sql<Row>(sqlFile("bank/complete"), [knownAt]);
  return rows.map(({ accountId, iban, name, last, gapId, gapFrom, gapTo, gapKind }) => {
    const gap = gapId === null ? null : { id: gapId, from: gapFrom, to: gapTo, kind: gapKind };
    return { accountId, iban, name, last, gap, through: gap ? earliest(last, previousBankDay(gap.from)) : last };
  });
}

/** Through which day the ERP's own receipts are complete. */
async function erpThrough(sql: Sql, knownAt: Date): Promise<Day | null> {
  const [row] = await sql<{ through: Day | null }>(
    "SELECT max(through_day)::text AS through FROM receipts_complete WHERE account_id IS NULL AND recorded_at <= $1::timestamptz",
    [knownAt],
  );
  return row?.through ?? null;
}

const leastOf = (accounts: readonly Completeness[]): Day | null =>
  accounts.reduce<Day | null>(
    (least, { through }) => (least === null || through === null ? through : earliest(least, through)),
    null,
  );

/** Through which day the receipts of every account are complete, or of the ERP's file where no statements come in. */
export async function leastComplete(sql: Sql, knownAt: Date): Promise<Day | null> {
  const accounts = await completeness(sql, knownAt);
  return accounts.length === 0 ? erpThrough(sql, knownAt) : leastOf(accounts);
}

/**
 * Through which day the receipts of each of these tenancies are complete: of the account they last paid into; of the least
 * complete one when they never did; of the ERP's file where no statements come in.
 */
export async function completeFor(
  sql: Sql,
  { day, knownAt, tenancyIds }: { readonly day: Day; readonly knownAt: Date; readonly tenancyIds: readonly number[] },
): Promise<(tenancyId: number) => Day | null> {
  const accounts = await completeness(sql, knownAt);
  const least = accounts.length === 0 ? await erpThrough(sql, knownAt) : leastOf(accounts);
  if (accounts.every(({ through }) => through === least)) return () => least;
  const rows = await sql<{ tenancyId: number; accountId: number }>(sqlFile("bank/pays-into"), [day, knownAt, tenancyIds]);
  const into = new Map(rows.map((row) => [row.tenancyId, row.accountId]));
  const through = new Map(accounts.map((account) => [account.accountId, account.through]));
  return (tenancyId) => through.get(into.get(tenancyId) ?? 0) ?? least;
}

/** For the screens: every account, and the ERP's own file where that says anything. */
export async function completeBySource(knownAt: Date): Promise<{ accounts: Completeness[]; erp: Day | null }> {
  const sql = sqlOfClient(pool());
  return { accounts: await completeness(sql, knownAt), erp: await erpThrough(sql, knownAt) };
}

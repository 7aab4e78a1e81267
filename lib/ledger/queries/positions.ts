import { addMonths, type Day, firstDay, monthOf } from "../../kernel/day";
import { type Cents, cents, ZERO } from "../../kernel/money";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Position } from "../../rules/facts";
import { allocate } from "../domain/allocate";
import { accounts, NO_ACCOUNT } from "./accounts";

export interface PositionsAt {
  readonly asOf: Day;
  readonly knownAt: Date;
  /** Null: every tenancy with an entry. */
  readonly tenancyIds: readonly number[] | null;
}
export interface TenancyPosition extends Position {
  readonly tenancyId: number;
}

/** What the sums of an account say: amounts as text, so that both drivers answer alike. */
interface SumsRow {
  readonly tenancyId: number;
  readonly open: string;
  readonly credit: string;
  readonly laid: boolean;
}

/** What was settled before says nothing of where an account stands; an account that was not is read whole. */
const MONTHS_READ = 8;
/** Accounts laid out at once: few enough to keep memory flat. */
const AT_ONCE = 400;

/**
 * Positions as of a day and known at a moment, of all or the given tenancies; only those with an entry known by then.
 * Sums say everything about an account on which nothing due can be open; the others are laid out.
 */
export async function positions(sql: Sql, at: PositionsAt): Promise<TenancyPosition[]> {
  const found: TenancyPosition[] = [];
  for await (const part of positionsInParts(sql, at)) found.push(...part);
  return found.sort((a, b) => a.tenancyId - b.tenancyId);
}

/** The same, so many at a time. */
export async function* positionsInParts(sql: Sql, { asOf, knownAt, tenancyIds }: PositionsAt): AsyncGenerator<TenancyPosition[]> {
  const rows = await sql<SumsRow>(sqlFile("ledger/sums") + sqlFile("ledger/positions"), [asOf, knownAt, tenancyIds, null, null]);
  const since = firstDay(addMonths(monthOf(asOf), -MONTHS_READ));
  yield rows.filter((row) => !row.laid).map(nothingDue);
  const toLay = rows.flatMap(({ tenancyId, laid }) => (laid ? [tenancyId] : []));
  for (let from = 0; from < toLay.length; from += AT_ONCE) {
    const ids = toLay.slice(from, from + AT_ONCE);
    const laid = await accounts(sql, { day: asOf, knownAt, tenancyIds: ids, since: () => since });
    yield ids.map((tenancyId) => ({ tenancyId, ...allocate(laid.get(tenancyId) ?? NO_ACCOUNT, asOf).position }));
  }
}

const amount = (text: string): Cents => cents(BigInt(text));

/** An account on which nothing due is open: what is open is not due yet. */
const nothingDue = (row: SumsRow): TenancyPosition => ({
  tenancyId: row.tenancyId,
  ...{ open: amount(row.open), overdue: ZERO, notDueOpen: amount(row.open), credit: amount(row.credit), otherOverdue: ZERO },
  ...{ oldestOverdueDue: null, openSince: null, debtSince: null, rentDebtSince: null, overdueCharges: 0, monthsBehind: 0 },
  ...{ b1_30: ZERO, b31_60: ZERO, b61_90: ZERO, b91: ZERO, monthsInArrears: 0 },
});

import type { Day } from "../../kernel/day";
import { type Cents, cents, subtract } from "../../kernel/money";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Position } from "../../rules/facts";

export interface PositionsAt {
  readonly asOf: Day;
  readonly knownAt: Date;
  /** Null: every tenancy with an entry. */
  readonly tenancyIds: readonly number[] | null;
}
export interface TenancyPosition extends Position {
  readonly tenancyId: number;
}

/** A row of ledger/positions: amounts as text, so that both drivers answer alike. */
export interface PositionRow {
  readonly tenancyId: number;
  readonly open: string;
  readonly overdue: string;
  readonly credit: string;
  readonly oldestOverdueDue: string | null;
  readonly overdueCharges: number;
  readonly monthsBehind: number;
  readonly b1_30: string;
  readonly b31_60: string;
  readonly b61_90: string;
  readonly b91: string;
  readonly monthsInArrears: number;
}

/** Positions as of a day and known at a moment, of all or the given tenancies; only those with an entry known by then. */
export async function positions(sql: Sql, { asOf, knownAt, tenancyIds }: PositionsAt): Promise<TenancyPosition[]> {
  const rows = await sql<PositionRow>(sqlFile("ledger/positions"), [asOf, knownAt, tenancyIds]);
  return rows.map(positionOfRow);
}

export function positionOfRow(row: PositionRow): TenancyPosition {
  const amount = (text: string): Cents => cents(BigInt(text));
  const open = amount(row.open);
  const overdue = amount(row.overdue);
  return {
    tenancyId: row.tenancyId,
    open,
    overdue,
    notDueOpen: subtract(open, overdue),
    credit: amount(row.credit),
    oldestOverdueDue: row.oldestOverdueDue as Day | null,
    overdueCharges: row.overdueCharges,
    monthsBehind: row.monthsBehind,
    b1_30: amount(row.b1_30),
    b31_60: amount(row.b31_60),
    b61_90: amount(row.b61_90),
    b91: amount(row.b91),
    monthsInArrears: row.monthsInArrears,
  };
}

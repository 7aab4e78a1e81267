import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { type PositionsAt, positions } from "./positions";

/** Tenancies by their ids, both ends included. */
export interface IdRange {
  readonly from: number;
  readonly through: number;
}

/**
 * The accounts with something overdue, by id: the same as `positions` with `overdue` above nought, at a fraction of its cost.
 * @param ids only those within it
 */
export async function owing(sql: Sql, at: PositionsAt, ids: IdRange | null = null): Promise<number[]> {
  const values = [at.asOf, at.knownAt, at.tenancyIds, ids?.from ?? null, ids?.through ?? null];
  const rows = await sql<{ tenancyId: number; surely: boolean }>(sqlFile("ledger/sums") + sqlFile("ledger/owing"), values);
  const doubtful = rows.flatMap(({ tenancyId, surely }) => (surely ? [] : [tenancyId]));
  const laid = doubtful.length === 0 ? [] : await positions(sql, { ...at, tenancyIds: doubtful });
  const owe = new Set(laid.flatMap(({ tenancyId, overdue }) => (overdue > 0n ? [tenancyId] : [])));
  return rows.flatMap(({ tenancyId, surely }) => (surely || owe.has(tenancyId) ? [tenancyId] : []));
}

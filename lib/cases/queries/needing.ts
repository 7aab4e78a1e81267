import { owing } from "../../ledger/queries/owing";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Scope } from "./dossiers";

/** Null: all tenancies. */
type WideScope = Omit<Scope, "tenancyIds"> & { readonly tenancyIds: readonly number[] | null };

interface StandingRow {
  readonly id: number;
  readonly lastKnownAt: Date | string | null;
  readonly unsettled: boolean;
}

/**
 * Which of these tenancies the rules must be asked about: those that owe something overdue, have an open case, or whose
 * last answer was not a quiet one. What was already answered with later knowledge is left alone: a run that comes late
 * must not undo what the desk did since.
 */
export async function needing(sql: Sql, { day, knownAt, tenancyIds }: WideScope): Promise<number[]> {
  if (tenancyIds?.length === 0) return [];
  const owe = new Set(await owing(sql, { asOf: day, knownAt, tenancyIds }));
  return (await standing(sql, tenancyIds, knownAt)).filter((row) => owe.has(row.id) || row.unsettled).map((row) => row.id);
}

/** Those of these tenancies that were not answered with later knowledge meanwhile. */
export async function notAnsweredSince(sql: Sql, { knownAt, tenancyIds }: Omit<Scope, "day">): Promise<number[]> {
  return (await standing(sql, tenancyIds, knownAt)).map((row) => row.id);
}

async function standing(sql: Sql, tenancyIds: readonly number[] | null, knownAt: Date): Promise<StandingRow[]> {
  const rows = await sql<StandingRow>(sqlFile("cases/standing"), [tenancyIds, knownAt]);
  return rows.filter((row) => row.lastKnownAt === null || new Date(row.lastKnownAt) <= knownAt).sort((a, b) => a.id - b.id);
}

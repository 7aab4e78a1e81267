import type { Day } from "../../kernel/day";
import { owing } from "../../ledger/queries/owing";
import { inSnapshot, pool, type Sql, sqlOfClient } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Scope } from "./dossiers";

/** Null: all tenancies. */
type WideScope = Omit<Scope, "tenancyIds"> & { readonly tenancyIds: readonly number[] | null };

interface StandingRow {
  readonly id: number;
  readonly fingerprint: string | null;
}

/**
 * Which of these tenancies the rules must be asked about: those that owe something overdue, have an open case, or whose
 * last answer was not a quiet one. What was already answered with later knowledge is left alone: a run that comes late
 * must not undo what the desk did since.
 */
export async function needing(sql: Sql, { day, knownAt, tenancyIds }: WideScope): Promise<number[]> {
  if (tenancyIds?.length === 0) return [];
  const owe = await owing(sql, { asOf: day, knownAt, tenancyIds });
  return (await standing(sql, tenancyIds, knownAt, owe)).map((row) => row.id);
}

/** The same of all tenancies, on several connections at once: one statement goes over every account, and has one processor. */
export async function needingOfAll(day: Day, knownAt: Date): Promise<number[]> {
  const [found] = await sqlOfClient(pool())<{ most: number }>("SELECT coalesce(max(id), 0)::int AS most FROM tenancy", []);
  const size = Math.ceil(((found?.most ?? 0) + 1) / AT_ONCE);
  const parts = Array.from({ length: AT_ONCE }, (_, part) => ({ from: part * size, through: (part + 1) * size - 1 }));
  const at = { asOf: day, knownAt, tenancyIds: null };
  const owe = await Promise.all(parts.map((part) => inSnapshot((sql) => owing(sql, at, part), "all")));
  return (await inSnapshot((sql) => standing(sql, null, knownAt, owe.flat()))).map((row) => row.id);
}
const AT_ONCE = 2;

/** Those of these tenancies that were not answered with later knowledge meanwhile, in the order of their ids, with the fingerprint of their last answer. */
export async function notAnsweredSince(
  sql: Sql,
  { knownAt, tenancyIds }: Omit<Scope, "day">,
): Promise<Map<number, string | null>> {
  return new Map((await standing(sql, tenancyIds, knownAt, null)).map((row) => [row.id, row.fingerprint]));
}

const standing = (sql: Sql, tenancyIds: readonly number[] | null, knownAt: Date, owe: readonly number[] | null) =>
  sql<StandingRow>(sqlFile("cases/standing"), [tenancyIds, knownAt, owe]);

import type { Day } from "../../kernel/day";
import { owing } from "../../ledger/queries/owing";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { policyOn } from "../../policies/queries/in-force";
import type { Assessment } from "../../rules/answer";
import type { Facts } from "../../rules/facts";
import type { Policy } from "../../rules/policy";
import { decisionsUnder } from "./facts";

export interface ReplayScope {
  readonly day: Day;
  readonly knownAt: Date;
  /** Absent: the one in force on the day, as known at the moment. */
  readonly policy?: Policy;
  /** Absent: every tenancy the rules were to be asked about. Given: these, whether or not they owe anything. */
  readonly tenancyIds?: readonly number[] | null;
}

/** What the rules say about one tenancy on a day, with what was known at a moment. */
export interface Replayed {
  readonly tenancyId: number;
  readonly number: string;
  readonly facts: Facts;
  readonly assessment: Assessment;
}

const AT_ONCE = 500;

/**
 * The run of a day once more, from append-only facts, without writing anything: the list as it was, or, with a later
 * moment, as it should have been. The same gathering and the same decision as the run. In the order of the numbers.
 * @param sql on one snapshot (`inSnapshot`), so that what is imported meanwhile is seen in whole or not at all
 */
export async function* replay(sql: Sql, scope: ReplayScope): AsyncGenerator<Replayed> {
  const policy = scope.policy ?? (await policyOn(sql, scope.day, scope.knownAt)).policy;
  for await (const [one] of replayUnder(sql, scope, [policy])) if (one) yield one;
}

/** The same under several policies, over facts that are read once: per tenancy an answer for each, in their order. */
export async function* replayUnder(
  sql: Sql,
  scope: Omit<ReplayScope, "policy">,
  policies: readonly Policy[],
): AsyncGenerator<readonly Replayed[]> {
  const { day, knownAt } = scope;
  const asked = await concerned(sql, scope);
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const part = asked.slice(from, from + AT_ONCE);
    const tenancyIds = part.map((row) => row.id);
    const answers = await decisionsUnder(sql, { day, knownAt, part: "morning", tenancyIds }, policies);
    const byId = answers.map((each) => new Map(each.map((one) => [one.facts.tenancy.id, one])));
    for (const { id, number } of part) {
      const found = byId.flatMap((each) => each.get(id) ?? []);
      if (found.length > 0) yield found.map(({ facts, assessment }) => ({ tenancyId: id, number, facts, assessment }));
    }
  }
}

async function concerned(
  sql: Sql,
  { day, knownAt, tenancyIds }: Omit<ReplayScope, "policy">,
): Promise<{ id: number; number: string }[]> {
  if (tenancyIds) return named(sql, tenancyIds, knownAt);
  const owe = await owing(sql, { asOf: day, knownAt, tenancyIds: null });
  return sql(sqlFile("cases/concerned"), [day, knownAt, owe, null]);
}

const named = (sql: Sql, tenancyIds: readonly number[], knownAt: Date) =>
  sql<{ id: number; number: string }>(
    `SELECT id, number FROM tenancy WHERE id = ANY ($1::int[]) AND recorded_at <= $2 ORDER BY number COLLATE "C"`,
    [tenancyIds, knownAt],
  );

/** The numbers of these tenancies, for what leaves the program. */
export async function numbersOf(sql: Sql, tenancyIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await sql<{ id: number; number: string }>("SELECT id, number FROM tenancy WHERE id = ANY ($1::int[])", [
    tenancyIds,
  ]);
  return new Map(rows.map((row) => [row.id, row.number]));
}

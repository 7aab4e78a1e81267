import { leastComplete } from "../../bank/queries/complete";
import { previousBankDay } from "../../kernel/calendar";
import type { Day } from "../../kernel/day";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { policyOn } from "../../policies/queries/in-force";
import { valuesOf } from "../../rules/thresholds";

/** What holds for all tenancies alike on a day. */
export interface Basis {
  readonly policy: string;
  readonly closedDays: string;
  readonly caretakers: string;
  readonly bankComplete: boolean;
}

export async function basisOf(sql: Sql, day: Day, knownAt: Date): Promise<Basis> {
  const { version, policy } = await policyOn(sql, day, knownAt);
  const [row] = await sql<{ basis: string }>(sqlFile("cases/run-basis"), [day, knownAt]);
  const through = await leastComplete(sql, knownAt);
  return {
    ...(JSON.parse(row?.basis ?? "{}") as Pick<Basis, "closedDays" | "caretakers">),
    policy: `${version} ${JSON.stringify(valuesOf(policy))}`,
    bankComplete: through !== null && through >= previousBankDay(day),
  };
}

/** May an answer of the one day stand on the other, as far as these go? While the bank is not complete every answer waits, each day anew. */
export const carriesOver = (before: Basis | null, now: Basis): boolean =>
  before !== null &&
  before.policy === now.policy &&
  before.closedDays === now.closedDays &&
  before.caretakers === now.caretakers &&
  before.bankComplete &&
  now.bankComplete;

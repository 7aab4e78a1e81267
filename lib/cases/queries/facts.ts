import type { ClosedDays, PartOfDay } from "../../kernel/calendar";
import type { Day } from "../../kernel/day";
import type { Sql } from "../../platform/db";
import { policyOn } from "../../policies/queries/in-force";
import type { Facts } from "../../rules/facts";
import type { Policy } from "../../rules/policy";
import { type Decision, decide, isWorkedOn } from "../domain/decide";
import { type At, factsFrom } from "../domain/facts";
import { dossiers, type Scope } from "./dossiers";

export interface FactsScope extends Scope {
  readonly part: PartOfDay;
}

/** Days the office had marked closed, as known at a moment. */
async function closedDays(sql: Sql, knownAt: Date): Promise<ClosedDays> {
  const rows = await sql<{ day: Day }>(
    "SELECT day::text AS day FROM closed_day WHERE recorded_at <= $1::timestamptz AND (withdrawn_at IS NULL OR withdrawn_at > $1::timestamptz)",
    [knownAt],
  );
  return new Set(rows.map((row) => row.day));
}

/** What the ladder may know about these tenancies, as of a day, known at a moment. Without a policy: the one in force that day, known then. */
export async function loadFacts(sql: Sql, scope: FactsScope, policy?: Policy): Promise<Facts[]> {
  const { own, at } = await gathered(sql, scope);
  const under = at(policy ?? (await policyOn(sql, scope.day, scope.knownAt)).policy);
  return own.map((dossier) => factsFrom(dossier, under));
}

/** The rules' answers about these tenancies and what they change; under the policy in force that day, as known then, or the one handed in. */
export async function decisions(sql: Sql, scope: FactsScope, asked?: Policy): Promise<Decision[]> {
  const policy = asked ?? (await policyOn(sql, scope.day, scope.knownAt)).policy;
  const [answers = []] = await decisionsUnder(sql, scope, [policy]);
  return answers;
}

/** The same facts, read once, under each of these policies, in their order. */
export async function decisionsUnder(sql: Sql, scope: FactsScope, policies: readonly Policy[]): Promise<Decision[][]> {
  const { own, at } = await gathered(sql, scope);
  return policies.map((policy) => {
    const under = at(policy);
    return own.map((dossier) => decide(dossier, under, policy));
  });
}

/** Two passes: first how the other tenancies of the same people stand, then each with that knowledge. */
async function gathered(sql: Sql, scope: FactsScope) {
  const closed = await closedDays(sql, scope.knownAt);
  const own = await dossiers(sql, scope);
  const known = new Map(own.map((dossier) => [dossier.tenancy.id, dossier]));
  const others = [...new Set(own.flatMap((dossier) => dossier.siblings.map((sibling) => sibling.tenancyId)))];
  const missing = others.filter((id) => !known.has(id));
  for (const dossier of await dossiers(sql, { ...scope, tenancyIds: missing })) known.set(dossier.tenancy.id, dossier);
  const moment = { day: scope.day, part: scope.part, closedDays: closed };
  const at = (policy: Policy): At => {
    const worked = new Map<number, boolean>();
    for (const id of others) {
      const dossier = known.get(id);
      if (dossier) worked.set(id, isWorkedOn(dossier, moment, policy));
    }
    return { ...moment, sibling: (id) => worked.get(id) };
  };
  return { own, at };
}

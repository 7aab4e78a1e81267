import type { Day } from "../../kernel/day";
import { Unanswerable } from "../../kernel/refusal";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Policy, PolicyValues } from "../../rules/policy";
import { policyFrom } from "../../rules/thresholds";
import { keptValuesSchema } from "../schema";

export interface InForce {
  readonly version: string;
  readonly policy: Policy;
}

/**
 * The policy that decides on a day, of the versions known at a moment (all when none is named).
 * @throws Unanswerable `no-policy` when none is in force: nothing decides in its place.
 */
export async function policyOn(sql: Sql, day: Day, knownAt: Date | null = null): Promise<InForce> {
  const { version, name, values } = await inForceRow(sql, day, knownAt);
  return { version: String(version), policy: policyFrom(name, version, values) };
}

/** The same as it is kept. */
export async function inForceRow(sql: Sql, day: Day, knownAt: Date | null) {
  const [row] = await sql<{ version: number; name: string; values: string }>(sqlFile("policies/in-force"), [day, knownAt]);
  if (!row) throw new Unanswerable("no-policy", { day });
  return { ...row, values: parsed(row.values) };
}

const kept = new Map<string, PolicyValues>();

/** The same few texts come back at every act of the desk: each is checked once. */
function parsed(text: string): PolicyValues {
  const known = kept.get(text);
  if (known) return known;
  const values = keptValuesSchema.parse(JSON.parse(text));
  if (kept.size > 50) kept.clear();
  kept.set(text, values);
  return values;
}

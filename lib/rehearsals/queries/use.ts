import { now } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { everyStep, type StepUse } from "../domain/use";

export interface Overlap {
  readonly step: string;
  readonly also: string;
  readonly count: number;
}
export interface FactSource {
  /** Words: `rehearsals.fact.<fact>`. */
  readonly fact: string;
  readonly source: string;
  readonly filled: number;
  /** Of how many it could be known; null where only somebody's act makes one. */
  readonly of: number | null;
}
export interface RuleUse {
  readonly steps: readonly StepUse[];
  readonly overlaps: readonly Overlap[];
  readonly facts: readonly FactSource[];
}

/** How the rules are doing: how often each step came up, what else fitted, and which facts nothing fills. From stored answers. */
export async function ruleUse(): Promise<RuleUse> {
  const sql = sqlOf(prisma());
  const { day } = await now();
  const [steps, overlaps, facts] = await Promise.all([
    sql<StepUse>(sqlFile("rehearsals/step-use"), [day]),
    sql<Overlap>(sqlFile("rehearsals/step-overlaps"), [day]),
    sql<FactSource>(sqlFile("rehearsals/facts-filled"), [day]),
  ]);
  return { steps: everyStep(steps), overlaps, facts };
}

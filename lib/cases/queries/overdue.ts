import { now } from "../../platform/clock";
import { type Db, prisma, sqlOf } from "../../platform/db";
import { policyOn } from "../../policies/queries/in-force";
import { heldCharges } from "../../rules/charges";
import { Look } from "../../rules/look";
import { loadFacts } from "./facts";

/** Ids of the charges that are overdue now and under no pause. */
export async function overdueOf(tenancyId: number, db: Db = prisma()): Promise<string[]> {
  const { day, part, moment } = await now(db);
  const { policy } = await policyOn(sqlOf(db), day, moment);
  const [facts] = await loadFacts(sqlOf(db), { day, part, knownAt: moment, tenancyIds: [tenancyId] }, policy);
  if (!facts) return [];
  const held = heldCharges(facts, new Look(day));
  return facts.overdue.filter(({ id }) => !held.has(id)).map(({ id }) => id);
}

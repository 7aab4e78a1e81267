import type { Day } from "@/lib/kernel/day";
import { pool, sqlOfClient } from "@/lib/platform/db";
import { policyOn } from "@/lib/policies/queries/in-force";
import { daysToTry } from "../domain/days";

/** The days a draft with this grace is tried on, with the days the office was closed left out. */
export async function triedDays(today: Day, graceWorkingDays: number, knownAt: Date): Promise<Day[]> {
  const sql = sqlOfClient(pool());
  const { policy } = await policyOn(sql, today, knownAt);
  const closed = await sql<{ day: Day }>("SELECT day::text AS day FROM closed_day WHERE withdrawn_at IS NULL", []);
  return daysToTry(today, Math.max(graceWorkingDays, policy.graceWorkingDays), new Set(closed.map((row) => row.day)));
}

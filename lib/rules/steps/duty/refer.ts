import type { DutyStep, Match } from "../../answer";
import type { Context } from "../../context";
import { dueForReport, reported } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/** Early signal: report to the municipality, confirmed by a person. Silence after the offer means report. */
export function refer(facts: Facts, context: Context): Match<DutyStep> | null {
  if (!dueForReport(facts, context) || reported(facts, context) !== null) return null;
  return match("refer", [
    reason("report-due", { openCents: facts.position.overdue, months: context.months / 100, days: context.policy.reportDays }),
  ]);
}

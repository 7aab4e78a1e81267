import { arrangementState } from "../../agreement";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import { dueForReport, reportStands } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** Early signal: report to the municipality, confirmed by a person. Silence after the offer means report; again after half a year. */
export function refer(facts: Facts, context: Context): Match<DutyStep> | null {
  const { policy, look } = context;
  if (!dueForReport(facts, context) || reportStands(facts, context)) return null;
  if (facts.arrangements.some((one) => !["ended", "completed"].includes(arrangementState(one, facts, policy, look)))) return null;
  return match("refer", [
    reason("report-due", { openCents: facts.position.overdue, months: context.months / 100, days: context.policy.reportDays }),
  ]);
}

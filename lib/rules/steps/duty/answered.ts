import type { Match } from "../../answer";
import type { Context } from "../../context";
import { reported } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** The municipality answered, or its term is over. */
export function answered(facts: Facts, context: Context): Match<DutyStep> | null {
  const report = reported(facts, context);
  if (report === null) return null;
  if (report.answeredOn === null) return match("answered", [reason("municipality-silent", { on: report.reportedOn })]);
  return match("answered", [reason(`municipality-answered-${report.result ?? "other"}`, { on: report.answeredOn })]);
}

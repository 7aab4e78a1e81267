import { addDays } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import { reported } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** Reported less than four weeks ago and not answered: the term is tracked, collection stays soft. */
export function waitForMunicipality(facts: Facts, context: Context): Match<DutyStep> | null {
  const report = reported(facts, context);
  if (report === null || report.answeredOn !== null) return null;
  const until = addDays(report.reportedOn, context.policy.municipalityDays);
  if (context.look.come(until)) return null;
  return match("wait-for-municipality", [reason("reported", { on: report.reportedOn, until })], until);
}

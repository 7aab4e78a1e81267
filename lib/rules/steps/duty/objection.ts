import type { Match } from "../../answer";
import type { Context } from "../../context";
import { reportStands, sentLetter } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** The tenant does not want contact details shared: no report, and the consultant knows. */
export function objection(facts: Facts, context: Context): Match<DutyStep> | null {
  const on = facts.objectedToSharingOn;
  if (on === null || !context.look.come(on) || sentLetter(facts, context) === null) return null;
  if (reportStands(facts, context)) return null;
  return match("objection", [reason("objected", { on })]);
}

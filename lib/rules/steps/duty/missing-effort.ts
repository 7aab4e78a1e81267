import type { Match, Reason } from "../../answer";
import type { Context } from "../../context";
import { dueForReport, reportStands, sentLetter, soughtPersonally } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** Time to report, but one of the four efforts is not proven: names what is missing. */
export function missingEffort(facts: Facts, context: Context): Match<DutyStep> | null {
  if (!dueForReport(facts, context) || reportStands(facts, context)) return null;
  const letter = sentLetter(facts, context);
  const missing: Reason[] = [];
  if (!soughtPersonally(facts, context)) missing.push(reason("missing-personal-contact"));
  if (letter === null) missing.push(reason("missing-letter"));
  if (letter?.helpPointed === false) missing.push(reason("missing-help-pointed"));
  if (letter?.offerMade === false) missing.push(reason("missing-offer"));
  return missing.length === 0 ? null : match("missing-effort", missing);
}

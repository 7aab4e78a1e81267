import { addDays } from "../../../kernel/day";
import type { DutyStep, Match } from "../../answer";
import { oldest } from "../../charges";
import type { Context } from "../../context";
import { sentLetter } from "../../duties";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/** Two weeks past due and no letter in this case: one plain, friendly letter, checked and sent by a person. */
export function writtenReminder(facts: Facts, context: Context): Match<DutyStep> | null {
  const { held, look, policy } = context;
  const first = oldest(facts.overdue.filter((one) => !held.has(one.id)));
  if (first === null || sentLetter(facts, context) !== null) return null;
  if (!look.come(addDays(first.dueOn, policy.letterDays))) return null;
  return match("written-reminder", [reason("letter-due", { since: first.dueOn, days: policy.letterDays })]);
}

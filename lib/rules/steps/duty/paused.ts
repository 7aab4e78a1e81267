import { arrangementState, promiseWaits } from "../../agreement";
import type { Match, Reason } from "../../answer";
import { allHeld } from "../../charges";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { bereavementUntil } from "../../people";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";
import { checkData } from "../contact/check-data";
import { waitForBank } from "../contact/wait-for-bank";
import { waitForHabit } from "../contact/wait-for-habit";

/**
 * An agreement or a hold stands: nothing is written or reported meanwhile. Nor while the money may be there already,
 * the data is wrong, somebody just died, or the tenant is known to pay later in the month.
 */
export function paused(facts: Facts, context: Context): Match<DutyStep> | null {
  const { policy, look, held } = context;
  const found: Reason[] = [];
  if (allHeld(facts, held)) found.push(reason("duty-on-hold"));
  if (facts.arrangements.filter((one) => arrangementState(one, facts, policy, look) === "kept").length > 0)
    found.push(reason("duty-arrangement-kept"));
  if (facts.promises.filter((one) => promiseWaits(one, facts, policy, look)).length > 0) found.push(reason("duty-promise"));
  if (waitForBank(facts, context)) found.push(reason("duty-maybe-paid"));
  if (checkData(facts, context)) found.push(reason("duty-check-data"));
  if (bereavementUntil(facts, policy, look) !== null) found.push(reason("duty-bereavement"));
  if (waitForHabit(facts, context)) found.push(reason("duty-habit"));
  return found.length === 0 ? null : match("paused", found);
}

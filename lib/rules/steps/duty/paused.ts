import { arrangementState, promiseState } from "../../agreement";
import type { DutyStep, Match, Reason } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { searchedUntil } from "../../searching";

/** An agreement or a hold stands: nothing is written or reported meanwhile. */
export function paused(facts: Facts, { policy, look, held }: Context): Match<DutyStep> | null {
  const found: Reason[] = [];
  if (facts.overdue.length > 0 && facts.overdue.every((one) => held.has(one.id))) found.push(reason("duty-on-hold"));
  if (facts.arrangements.some((one) => arrangementState(one, facts, policy, look) === "kept"))
    found.push(reason("duty-arrangement-kept"));
  if (facts.promises.some((one) => promiseState(one, facts, policy, look) === "pending")) found.push(reason("duty-promise"));
  if (searchedUntil(facts, policy, look)) found.push(reason("duty-says-paid"));
  return found.length === 0 ? null : match("paused", found);
}

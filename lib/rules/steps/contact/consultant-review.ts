import { addDays } from "../../../kernel/day";
import type { ContactStep, Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { unreached } from "../../unreached";
import { toKnow, why } from "../../why";

/** Everything is used up: the consultant decides what happens now, and again every four weeks. Never silence. */
export function consultantReview(facts: Facts, context: Context): Match<ContactStep> {
  const { policy, look, round } = context;
  const last = (facts.reviews ?? [])
    .filter((on) => round === null || on >= round.startedOn)
    .sort()
    .at(-1);
  const again = last === undefined ? null : addDays(last, policy.reviewDays);
  const tried = round?.reached ? [reason("spoken-nothing-agreed-used-up")] : unreached(facts, context);
  const base = [...why(facts, context), ...tried, ...toKnow(facts, context, true)];
  if (last !== undefined && again !== null && !look.come(again))
    return match("consultant-review", [...base, reason("reviewed", { on: last, until: again })], again);
  return match("consultant-review", [...base, reason("review-due", { everyDays: policy.reviewDays })]);
}

import type { Match } from "../../answer";
import { goingAgainIsPointless, visitsMade } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { unreached } from "../../unreached";
import { mayRing, oneCallOnly } from "../../waiting";
import { toKnow, why } from "../../why";

/** Nothing else reached them: a home visit in the daytime, the second time in another part of the day. */
export function visitUnreached(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, policy, restUntil } = context;
  if (round === null || round.reached || restUntil !== null || oneCallOnly(context) || !mayRing(facts, context)) return null;
  const made = visitsMade(facts, round.startedOn);
  if (made.length >= policy.visitsUnreached || made.some(goingAgainIsPointless)) return null;
  const part = made[0]?.part === "morning" ? "afternoon" : "morning";
  const again = made.length > 0 ? [reason("visit-other-part", { part })] : [];
  return match("visit-unreached", [
    ...why(facts, context),
    ...unreached(facts, context),
    ...again,
    ...toKnow(facts, context, true),
  ]);
}

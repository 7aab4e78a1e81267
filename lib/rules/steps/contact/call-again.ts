import type { Match } from "../../answer";
import { partLeastTried } from "../../calls";
import { cardLeftOn, outboundCalls } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { unreached } from "../../unreached";
import { mayRing } from "../../waiting";
import { toKnow, why } from "../../why";

/** The card brought no answer: one more call, in the part of the day in which least was tried, before somebody goes there. */
export function callAgain(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, phones } = context;
  if (round === null || round.reached || phones.length === 0 || !mayRing(facts, context)) return null;
  const card = cardLeftOn(facts, round.startedOn);
  if (card === null || outboundCalls(facts, card).some((one) => one.day > card)) return null;
  const again = reason("call-after-card", { on: card, part: partLeastTried(facts, context) });
  return match("call-again", [...why(facts, context), again, ...unreached(facts, context), ...toKnow(facts, context, false)]);
}

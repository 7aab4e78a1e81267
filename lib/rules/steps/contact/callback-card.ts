import { addWorkingDays } from "../../../kernel/calendar";
import type { Match } from "../../answer";
import { cardLeftOn, emptyRingDays, passedOn, tasksSince } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match } from "../../reason";
import type { ContactStep } from "../../steps";
import { unreached } from "../../unreached";
import { mayRing } from "../../waiting";
import { toKnow, why } from "../../why";

/** The second ring found nobody: a card in the letterbox, in the same go. A card nobody leaves is not waited for. */
export function callbackCard(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, policy, look } = context;
  if (round === null || round.reached || !mayRing(facts, context) || cardLeftOn(facts, round.startedOn) !== null) return null;
  const due = tasksSince(facts, round.startedOn).filter((task) => {
    const second = emptyRingDays(task)[1];
    if (second === undefined || passedOn(task) !== null || task.withdrawn) return false;
    return !look.come(addWorkingDays(second, policy.caretakerWaitWorkingDays, facts.closedDays));
  });
  if (due.length === 0) return null;
  return match("callback-card", [...why(facts, context), ...unreached(facts, context), ...toKnow(facts, context, true)]);
}

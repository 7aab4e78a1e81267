import type { Match } from "../../answer";
import { tasksSince } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { unreached } from "../../unreached";
import { mayRing, oneCallOnly } from "../../waiting";
import { toKnow, why } from "../../why";

/** The office cannot reach them: the caretaker of the building rings, "kantoor zoekt contact". */
export function caretaker(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round } = context;
  if (round === null || round.reached || oneCallOnly(context) || !mayRing(facts, context)) return null;
  if (!facts.caretakerPresent || tasksSince(facts, round.startedOn).length > 0) return null;
  return match("caretaker", [
    ...why(facts, context),
    ...unreached(facts, context),
    reason("caretaker-present"),
    ...toKnow(facts, context, true),
  ]);
}

import type { Match } from "../../answer";
import { callsEnough, callsTried, callsUsedUp, partToCall } from "../../calls";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { toKnow, why } from "../../why";

/** Not reached, a usable phone, and calls left: call, in a part of the day not tried. */
export function call(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, phones } = context;
  if (round === null || round.reached || phones.length === 0 || callsUsedUp(facts, context)) return null;
  const { days, parts } = callsTried(facts, context);
  const tried =
    days.length === 0
      ? reason("not-called-yet", { enough: callsEnough(context) })
      : reason("called-not-answered", {
          times: days.length,
          enough: callsEnough(context),
          lastOn: days.at(-1) ?? "",
          part: partToCall(parts),
        });
  return match("call", [...why(facts, context), tried, ...toKnow(facts, context, false)]);
}

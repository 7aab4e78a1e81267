import type { Match } from "../../answer";
import { outboundCalls, refusalDays } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { toKnow, why } from "../../why";

/** Spoken with, not refused, nothing agreed that holds, still open: call again, twice at most, later rounds and small debts once. */
export function followUp(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, phones, spoken } = context;
  if (round === null || !round.reached || phones.length === 0) return null;
  const reachedOn = spoken.find((on) => on >= round.startedOn);
  if (reachedOn === undefined) return null;
  const done = new Set(
    outboundCalls(facts, round.startedOn)
      .map((one) => one.day)
      .filter((on) => on > reachedOn),
  );
  const limit = followUpsOf(context);
  if (done.size >= limit || refusalDays(facts).some((on) => on >= round.startedOn)) return null;
  const last = spoken.at(-1) ?? reachedOn;
  return match("follow-up", [
    ...why(facts, context),
    reason("spoken-nothing-agreed", { on: last, times: done.size, limit }),
    ...toKnow(facts, context, false),
  ]);
}

/** How many follow-up calls this round has: none where one word about the standing order was enough, or the case keeps coming back. */
function followUpsOf({ round, small, sameShort, reopenings, policy }: Context): number {
  if (sameShort !== null || reopenings >= 2) return 0;
  return small || (round?.ordinal ?? 1) > 1 ? policy.followUpsLater : policy.followUps;
}

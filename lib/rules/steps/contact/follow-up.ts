import type { ContactStep, Match } from "../../answer";
import { outboundCalls } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { toKnow, why } from "../../why";

/** Spoken with, nothing agreed that holds, still open: call again, twice a round at most. */
export function followUp(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round, phones, policy, spoken } = context;
  if (round === null || !round.reached || phones.length === 0) return null;
  const reachedOn = spoken.find((on) => on >= round.startedOn);
  if (reachedOn === undefined) return null;
  const done = new Set(
    outboundCalls(facts, round.startedOn)
      .map((one) => one.day)
      .filter((on) => on > reachedOn),
  );
  if (done.size >= policy.followUps) return null;
  const last = spoken.at(-1) ?? reachedOn;
  return match("follow-up", [
    ...why(facts, context),
    reason("spoken-nothing-agreed", { on: last, times: done.size, limit: policy.followUps }),
    ...toKnow(facts, context, false),
  ]);
}

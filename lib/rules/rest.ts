import { addDays, type Day } from "../kernel/day";
import { refusalDays, spokenDays } from "./contacts";
import type { Facts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/** Days on which somebody spoke with them and was not turned away, oldest first. */
export function talkDays(facts: Facts): readonly Day[] {
  const refused = new Set(refusalDays(facts));
  return spokenDays(facts).filter((on) => !refused.has(on));
}

/**
 * Until when a household is left in peace (ladder: rest), seen from a day: after the first review of a round in which nobody was
 * reached, and after a refusal; it ends when they speak with us. Null when it is not.
 * @param roundStart since when the round of that day ran
 */
export function restOn(facts: Facts, policy: Policy, roundStart: Day, on: Day): Day | null {
  const spoken = spokenDays(facts).filter((day) => day <= on);
  const reached = spoken.some((day) => day >= roundStart);
  const review = reached ? undefined : (facts.reviews ?? []).filter((day) => day >= roundStart && day <= on).sort()[0];
  const refusal = refusalDays(facts).findLast((day) => day <= on);
  const talks = talkDays(facts);
  let until: Day | null = null;
  for (const from of [review, refusal]) {
    if (from === undefined || talks.some((day) => day > from && day <= on)) continue;
    const end = addDays(from, policy.restDays);
    if (end > on && (until === null || end > until)) until = end;
  }
  return until;
}

/** The same for today. */
export function restNow(facts: Facts, policy: Policy, roundStart: Day, look: Look): Day | null {
  const until = restOn(facts, policy, roundStart, look.today);
  return until !== null && !look.come(until) ? until : null;
}

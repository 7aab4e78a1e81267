import { addDays, type Day } from "../kernel/day";
import type { Facts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/** The last day since `from` on which a consultant wrote down what happens now; null when none did. */
export const lastReview = (facts: Facts, from: Day): Day | null =>
  (facts.reviews ?? [])
    .filter((on) => on >= from)
    .sort()
    .at(-1) ?? null;

/** A case on which only the consultant works is seen again some months after the last look; null when that day has come, or nobody looked. */
export function seenAgain(facts: Facts, policy: Policy, look: Look, from: Day): Day | null {
  const last = lastReview(facts, from);
  return last === null ? null : looked(last, policy, look);
}

/** Until when a look by the consultant holds, after which they look again; null when that day has come. */
export function looked(on: Day, policy: Policy, look: Look): Day | null {
  const again = addDays(on, policy.reviewLaterDays);
  return look.come(again) ? null : again;
}

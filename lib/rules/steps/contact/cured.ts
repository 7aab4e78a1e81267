import type { ContactStep, Match } from "../../answer";
import type { Context } from "../../context";
import { isCured } from "../../cure";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/** Less overdue than the small-amount limit: nothing to do, and an open case closes. */
export function cured(facts: Facts, { policy, look }: Pick<Context, "policy" | "look">): Match<ContactStep> | null {
  const { overdue } = facts.position;
  if (!isCured(facts, policy, look)) return null;
  if (overdue <= 0n) return match("cured", [reason("nothing-overdue")]);
  return match("cured", [reason("small-amount", { overdueCents: overdue, limitCents: policy.smallAmount })]);
}

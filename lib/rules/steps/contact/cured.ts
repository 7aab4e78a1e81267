import type { ContactStep, Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/** Less overdue than the small-amount limit: nothing to do, and an open case closes. */
export function cured(facts: Facts, { policy }: Pick<Context, "policy">): Match<ContactStep> | null {
  const { overdue } = facts.position;
  if (overdue >= policy.smallAmount) return null;
  if (overdue <= 0n) return match("cured", [reason("nothing-overdue")]);
  return match("cured", [reason("small-amount", { overdueCents: overdue, limitCents: policy.smallAmount })]);
}

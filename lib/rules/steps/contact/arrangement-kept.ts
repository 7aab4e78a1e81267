import { arrangementState } from "../../agreement";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/** An arrangement on schedule with the running rent paid: watched, no contact. */
export function arrangementKept(facts: Facts, { policy, look, helpFirst }: Context): Match<ContactStep> | null {
  if (helpFirst) return null;
  const kept = facts.arrangements.filter((one) => arrangementState(one, facts, policy, look) === "kept");
  if (kept.length === 0) return null;
  return match(
    "arrangement-kept",
    kept.map((one) => {
      const next = one.instalments.filter((part) => !look.come(part.dueOn)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
      return next
        ? reason("arrangement-next", { agreedOn: one.agreedOn, nextOn: next.dueOn, amountCents: next.amount })
        : reason("arrangement-on-schedule", { agreedOn: one.agreedOn });
    }),
  );
}

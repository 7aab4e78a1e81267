import { addDays, type Day } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import { isCured } from "../../cure";
import type { Facts } from "../../facts";
import type { Look } from "../../look";
import type { Policy } from "../../policy";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/** No more overdue than the small amount: nothing to do, and an open case closes. */
export function cured(facts: Facts, { policy, look }: Pick<Context, "policy" | "look">): Match<ContactStep> | null {
  const { overdue } = facts.position;
  if (!isCured(facts, policy)) return null;
  const found = [
    overdue <= 0n ? reason("nothing-overdue") : reason("small-amount", { overdueCents: overdue, limitCents: policy.smallAmount }),
  ];
  const until = provisionalUntil(facts, policy, look);
  if (until !== null) found.push(reason("debit-may-return", { until }));
  return match("cured", found);
}

/** A case closed by a direct debit that the tenant can still have paid back: shown, it decides nothing. */
function provisionalUntil(facts: Facts, policy: Policy, look: Look): Day | null {
  if (facts.tenancy.directDebit !== true || !facts.cases.some((one) => one.closedOn === null)) return null;
  const last = facts.receipts.at(-1);
  const until = last === undefined ? null : addDays(last.bookedOn, policy.provisionalDebitDays);
  return until !== null && !look.come(until) ? until : null;
}

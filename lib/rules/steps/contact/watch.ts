import type { Match } from "../../answer";
import { graceOver, total } from "../../charges";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/**
 * Not flagged and no agreement broken (that flags too). Also, within a case: what is past its grace is paid or on hold, and only
 * what is still in its grace is open; nobody is called about rent that is two days late.
 */
export function watch(facts: Facts, { policy, flagged, acting, small, look, helpFirst }: Context): Match<ContactStep> | null {
  const { overdue } = facts.position;
  const past = small ? acting.filter((one) => one.monthlyRent) : acting;
  const nothingPast = total(acting) <= policy.smallAmount || (past.length === 0 && total(acting) <= policy.flagOldAmount);
  if (helpFirst || (flagged && !nothingPast)) return null;
  const within = facts.overdue.filter((charge) => !look.come(graceOver(charge.openSince, facts, policy)));
  const ends = within.map((charge) => graceOver(charge.openSince, facts, policy)).sort()[0] ?? null;
  if (ends !== null) return match("watch", [reason("within-grace", { overdueCents: overdue, until: ends })], ends);
  return match("watch", [reason("below-flag", { overdueCents: overdue })], null);
}

import { addDays } from "../../../kernel/day";
import type { ContactStep, Match } from "../../answer";
import { graceOver, total } from "../../charges";
import type { Context } from "../../context";
import { dueToday } from "../../cure";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/**
 * Not flagged and no agreement broken (that flags too). Also, within a case: what is past its grace is paid or on
 * hold, and only a charge still in its grace is open; nobody is called about rent that is two days late.
 */
export function watch(facts: Facts, { policy, flagged, acting, look }: Context): Match<ContactStep> | null {
  const { overdue } = facts.position;
  if (flagged && total(acting) >= policy.smallAmount) return null;
  const within = facts.overdue.filter((charge) => !look.come(graceOver(charge.dueOn, facts, policy)));
  const ends = within.map((charge) => graceOver(charge.dueOn, facts, policy)).sort()[0] ?? null;
  if (ends !== null) return match("watch", [reason("within-grace", { overdueCents: overdue, until: ends })], ends);
  if (overdue < policy.smallAmount) {
    const tomorrow = addDays(facts.day, 1);
    if (dueToday(facts, look)) return match("watch", [reason("due-today", { on: facts.day })], tomorrow);
    return match("watch", [reason("arrangement-runs-on")]);
  }
  return match("watch", [reason("below-flag", { overdueCents: overdue })], null);
}

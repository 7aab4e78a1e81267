import { addDays } from "../../../kernel/day";
import type { ContactStep, Match } from "../../answer";
import { graceOver } from "../../charges";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { isDwelling } from "../../waiting";
import { why } from "../../why";

/** Months are open, every duty is done and help had its chance: a proposal to consultant and manager, no more. */
export function proposeLegal(facts: Facts, context: Context): Match<ContactStep> | null {
  const { months, policy, look, acting, duty } = context;
  if (months < policy.proposalMonths) return null;
  const dutiesDone = !isDwelling(facts.tenancy.kind) || duty?.step === "answered" || duty?.step === "objection";
  if (!dutiesDone) return null;
  const last = [...facts.legalProposals].sort((a, b) => (a.proposedOn < b.proposedOn ? -1 : 1)).at(-1);
  if (last) {
    if (last.decidedOn === null || !look.come(addDays(last.decidedOn, policy.proposalDecisionDays))) return null;
    const decided = last.decidedOn;
    const newMonth = acting.some((one) => one.monthlyRent && graceOver(one.dueOn, facts, policy) > decided);
    if (!newMonth) return null;
  }
  return match("propose-legal", [
    reason("serious-and-duties-done", { months: months / 100, limit: policy.proposalMonths / 100 }),
    ...why(facts, context),
  ]);
}

import { addDays } from "../../../kernel/day";
import { arrangementState } from "../../agreement";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";
import { isDwelling } from "../../waiting";
import { why } from "../../why";

/** Months are open, no arrangement is kept, every duty is done and help had its chance: one proposal, decided by people, no more. */
export function proposeLegal(facts: Facts, context: Context): Match<ContactStep> | null {
  const { months, policy, look, duty } = context;
  if (months < policy.proposalMonths || facts.arrangements.some((one) => arrangementState(one, facts, policy, look) === "kept"))
    return null;
  const dutiesDone = !isDwelling(facts.tenancy.kind) || duty?.step === "answered" || duty?.step === "objection";
  if (!dutiesDone) return null;
  const last = [...facts.legalProposals].sort((a, b) => (a.proposedOn < b.proposedOn ? -1 : 1)).at(-1);
  if (last) {
    if (last.decidedOn === null || !look.come(addDays(last.decidedOn, policy.proposalDecisionDays))) return null;
  }
  return match("propose-legal", [
    reason("serious-and-duties-done", { months: months / 100, limit: policy.proposalMonths / 100 }),
    ...why(facts, context),
  ]);
}

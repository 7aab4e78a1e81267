import { addDays, type Day, latest } from "../../../kernel/day";
import { arrangementState } from "../../agreement";
import type { Match, Reason } from "../../answer";
import { goingAgainIsPointless, visitsMade } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { wholeMonthsOn } from "../../round";
import type { ContactStep } from "../../steps";
import { hasDoor, leaveAlone } from "../../waiting";
import { toKnow, why } from "../../why";

/** Somebody cannot pay: a home visit by appointment, before debts grow. */
export function paymentProblem(facts: Facts, context: Context): Match<ContactStep> | null {
  const { addressees, look } = context;
  if (addressees.inPlace !== null || !hasDoor(facts.tenancy.kind) || leaveAlone(facts, context).length > 0) return null;
  if (
    facts.visits.some(
      (one) =>
        one.doneOn === null && one.withdrawnOn === null && one.plannedFor !== null && !look.come(addDays(one.plannedFor, 1)),
    )
  )
    return null;
  const asked = helpAsked(facts, context);
  const found = [...asked, ...(context.small ? [] : byItself(facts, context))];
  if (found.length === 0) return null;
  return match("payment-problem", [...found, ...why(facts, context), ...toKnow(facts, context, true)]);
}

/** Said in this case, and since the last visit, that they cannot pay or want help. */
export function helpAsked(facts: Facts, context: Context): Reason[] {
  const last = visitsMade(facts, "" as Day).at(-1)?.doneOn ?? null;
  const from = earlierCase(facts, context);
  return facts.disclosures
    .filter((said) => said.kind === "cannot-pay" || said.kind === "wants-help")
    .filter(({ saidOn }) => (from === null || saidOn > from) && (last === null || saidOn > last))
    .map((said) => reason(`said-${said.kind}`, { saidOn: said.saidOn }));
}

/** Too much for a phone call, or a word broken again: not soon after a visit, and only for something new since it. */
function byItself(facts: Facts, context: Context): Reason[] {
  const { policy, look, months, broken, restUntil } = context;
  const visits = visitsMade(facts, "" as Day);
  const last = visits.at(-1)?.doneOn ?? null;
  const inCase = visits.filter((one) => context.case === null || one.doneOn >= context.case.openedOn);
  if (restUntil !== null || inCase.some(goingAgainIsPointless)) return [];
  if (last !== null && !look.come(addDays(last, policy.visitAgainDays))) return [];
  const found: Reason[] = [];
  const words = broken.filter((one) => one.because !== "running-rent-behind");
  const lastBroken = words.at(-1);
  const seen = inCase.at(-1)?.doneOn ?? null;
  const isNew = seen === null || (lastBroken?.on ?? "") > seen || Math.floor(months / 100) > wholeMonthsOn(facts, policy, seen);
  if (isNew && months >= policy.seriousMonths && !instalmentsKept(facts, context)) {
    const first = months >= policy.proposalMonths && facts.attempts.length === 0;
    const values = { months: months / 100, limit: policy.seriousMonths / 100 };
    found.push(reason(first ? "first-seen-with-months" : "serious-months", values));
  }
  if (lastBroken && words.length >= policy.promisesBrokenMax && (seen === null || lastBroken.on > seen))
    found.push(reason("broken-again", { times: words.length, on: lastBroken.on }));
  return found;
}

/** An arrangement whose instalments are paid: the running rent beside it is a call, not a visit. */
const instalmentsKept = (facts: Facts, { policy, look }: Context): boolean =>
  facts.arrangements.some((one) => {
    const state = arrangementState(one, facts, policy, look);
    return state === "kept" || state === "running-rent-behind";
  });

/** The day an earlier case closed: what was said before belongs to that one. */
function earlierCase(facts: Facts, context: Context): Day | null {
  const closed = facts.cases
    .filter((one) => one.id !== context.case?.id && one.closedOn !== null)
    .map((one) => one.closedOn as Day);
  return closed.length === 0 ? null : closed.reduce(latest);
}

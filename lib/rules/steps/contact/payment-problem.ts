import { addDays, type Day, latest } from "../../../kernel/day";
import type { ContactStep, Match, Reason } from "../../answer";
import { graceOver } from "../../charges";
import { goingAgainIsPointless, metSomeone, visitsMade } from "../../contacts";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { hasDoor, leaveAlone } from "../../waiting";
import { toKnow, why } from "../../why";

/** What makes this a payment problem, and since when: a visit answers only what was known when it was made. */
interface Cause {
  readonly since: Day;
  readonly reason: Reason;
  readonly byMonthsOnly: boolean;
}

/** Somebody cannot pay: a home visit by appointment, before debts grow. */
export function paymentProblem(facts: Facts, context: Context): Match<ContactStep> | null {
  const { policy, look, addressees } = context;
  if (addressees.inPlace !== null || !hasDoor(facts.tenancy.kind) || leaveAlone(facts, context).length > 0) return null;
  if (facts.visits.filter((one) => planned(one, context)).length > 0) return null;
  const made = visitsMade(facts, "" as Day);
  const last = made.filter((one) => one.purpose === "payment-problem" || metSomeone(one)).at(-1)?.doneOn ?? null;
  if (last !== null && !look.come(addDays(last, policy.visitSameReasonDays))) return null;
  const lastAny = made.at(-1)?.doneOn ?? null;
  const justVisited = lastAny !== null && !look.come(addDays(lastAny, policy.visitSameReasonDays));
  const pointless = made.some(
    (one) => goingAgainIsPointless(one) && (context.case === null || one.doneOn >= context.case.openedOn),
  );
  const open = causes(facts, context).filter(
    (one) => (last === null || one.since > last) && !(one.byMonthsOnly && (justVisited || pointless)),
  );
  if (open.length === 0) return null;
  return match("payment-problem", [...open.map((one) => one.reason), ...why(facts, context), ...toKnow(facts, context, true)]);
}

const planned = (visit: Facts["visits"][number], { look }: Context) =>
  visit.doneOn === null && visit.withdrawnOn === null && visit.plannedFor !== null && !look.come(addDays(visit.plannedFor, 1));

function causes(facts: Facts, context: Context): Cause[] {
  const { policy, months, acting, broken } = context;
  const found: Cause[] = [];
  const from = earlierCase(facts, context);
  for (const said of facts.statements)
    if ((said.kind === "cannot-pay" || said.kind === "wants-help") && (from === null || said.saidOn > from))
      found.push({ since: said.saidOn, reason: reason(`said-${said.kind}`, { saidOn: said.saidOn }), byMonthsOnly: false });
  const rent = acting.filter((one) => one.monthlyRent).map((one) => graceOver(one.dueOn, facts, policy));
  if (months >= policy.seriousMonths && rent.length > 0) {
    const first = months >= policy.proposalMonths && facts.attempts.length === 0;
    const values = { months: months / 100, limit: policy.seriousMonths / 100 };
    found.push({
      since: rent.reduce(latest),
      reason: reason(first ? "first-seen-with-months" : "serious-months", values),
      byMonthsOnly: true,
    });
  }
  const words = broken.filter((one) => one.because !== "running-rent-behind");
  const lastBroken = words.at(-1);
  if (lastBroken && words.length >= policy.promisesBrokenMax)
    found.push({
      since: lastBroken.on,
      reason: reason("broken-again", { times: words.length, on: lastBroken.on }),
      byMonthsOnly: false,
    });
  return found;
}

/** The day an earlier case closed: what was said before belongs to that one. */
function earlierCase(facts: Facts, context: Context): Day | null {
  const closed = facts.cases
    .filter((one) => one.id !== context.case?.id && one.closedOn !== null)
    .map((one) => one.closedOn as Day);
  return closed.length === 0 ? null : closed.reduce(latest);
}

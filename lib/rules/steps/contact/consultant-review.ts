import { addDays, type Day, daysBetween, latest } from "../../../kernel/day";
import type { Match, Reason } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { talkDays } from "../../rest";
import type { ContactStep } from "../../steps";
import { unreached } from "../../unreached";
import { toKnow, why } from "../../why";

/** After so many reviews in a row without a conversation or a new round they come less often, and the manager looks too. */
const MANY_REVIEWS = 3;

/** Everything is used up: the consultant decides what happens now, and again some weeks later. Never silence. */
export function consultantReview(facts: Facts, context: Context): Match<ContactStep> {
  const { look, round, reviewDueOn } = context;
  const done = reviewsInARow(facts, context);
  const last = done.at(-1);
  const days = daysUntilNext(facts, context, done.length);
  const again = last === undefined ? null : addDays(last, days);
  const tried = round?.reached ? [reason("spoken-nothing-agreed-used-up")] : unreached(facts, context);
  const base = [...why(facts, context), ...tried, ...asked(facts, context), ...toKnow(facts, context, true)];
  if (done.length >= MANY_REVIEWS) base.push(reason("manager-third-review", { times: done.length }));
  const pending = facts.legalProposals.some((one) => one.decidedOn === null);
  if (pending) base.push(reason("manager-proposal"));
  const overtaken = last !== undefined && reviewDueOn !== null && reviewDueOn > last;
  if (last !== undefined && again !== null && !look.come(again) && !overtaken)
    return match("consultant-review", [...base, reason("reviewed", { on: last, until: again })], again);
  return match("consultant-review", [...base, reason("review-due", { everyDays: days })]);
}

/** Reviews since the round began and since the last conversation, oldest first. */
function reviewsInARow(facts: Facts, { round }: Context): readonly Day[] {
  const talk = talkDays(facts).at(-1) ?? ("" as Day);
  const from = round === null ? talk : latest(round.startedOn, talk);
  return (facts.reviews ?? []).filter((on) => on >= from).sort();
}

function daysUntilNext(facts: Facts, { policy, small }: Context, done: number): number {
  const seldom = small || facts.tenancy.kind === "parking" || done >= MANY_REVIEWS;
  return seldom ? policy.reviewLaterDays : policy.reviewDays;
}

/** A small debt of rent that stays: the decree knows no minimum, proportion is the landlord's. */
function asked(facts: Facts, { small, policy, look }: Context): Reason[] {
  const { debtSince, overdue, otherOverdue } = facts.position;
  const rent = overdue - otherOverdue;
  if (!small || debtSince === null || rent <= policy.flagOldAmount || facts.tenancy.kind !== "home") return [];
  if (!look.come(addDays(debtSince, policy.reviewLaterDays))) return [];
  return [reason("report-or-not", { openCents: rent, days: daysBetween(debtSince, addDays(debtSince, policy.reviewLaterDays)) })];
}

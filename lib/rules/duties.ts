import { addWorkingDays } from "../kernel/calendar";
import { addDays, type Day } from "../kernel/day";
import type { Context } from "./context";
import type { Facts } from "./facts";
import type { LetterFacts, ReferralFacts } from "./paper-facts";
import { addresseeSince } from "./people";
import type { Policy } from "./policy";

type Sent = LetterFacts & { readonly sentOn: Day };
type Reported = ReferralFacts & { readonly reportedOn: Day };

/** The letter of this case that left the house, to whom is addressed now; null while none did. */
export function sentLetter(facts: Facts, { case: now, policy, look }: Context): Sent | null {
  const since = addresseeSince(facts, policy, look) ?? "";
  return (
    facts.letters.find(
      (one): one is Sent => one.sentOn !== null && now !== null && one.caseId === now.id && one.sentOn >= since,
    ) ?? null
  );
}

/** Presumed the second postal day after sending while nothing else is known. */
export const deliveredOn = (letter: Sent, facts: Facts, policy: Policy): Day =>
  letter.deliveredOn ?? addWorkingDays(letter.sentOn, policy.letterDeliveryWorkingDays, facts.closedDays);

/** The last report of this case to the municipality; null while none was made. */
export const reported = (facts: Facts, { case: now }: Context): Reported | null =>
  facts.referrals
    .filter((one): one is Reported => one.reportedOn !== null && now !== null && one.caseId === now.id)
    .sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))
    .at(-1) ?? null;

/** A report was made and is not so long ago that the debt is reported again. */
export function reportStands(facts: Facts, context: Context): boolean {
  const last = reported(facts, context);
  return last !== null && !context.look.come(addDays(last.reportedOn, context.policy.reportAgainDays));
}

/** A debt of half a month's rent or more for 30 days, and so much of it past its grace; a settlement alone never. */
export function dueForReport(facts: Facts, { look, policy, months }: Context): boolean {
  const since = facts.position.rentDebtSince;
  return since !== null && months >= policy.flagMonthsInArrears && look.come(addDays(since, policy.reportDays));
}

/** Personal contact was sought in this case: a call, a ring, a visit, or the tenant was spoken to. An SMS alone is not it. */
export function soughtPersonally(facts: Facts, { case: now, spoken }: Context): boolean {
  if (now === null) return false;
  const inCase = (on: Day | null) => on !== null && on >= now.openedOn;
  return (
    spoken.some(inCase) ||
    facts.attempts.some(
      (one) => inCase(one.day) && one.direction === "outbound" && ["call", "door", "visit", "card"].includes(one.channel),
    ) ||
    facts.caretakerTasks.some((task) => task.rings.some((ring) => inCase(ring.day))) ||
    facts.visits.some((visit) => inCase(visit.doneOn))
  );
}

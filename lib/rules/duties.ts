import { addWorkingDays } from "../kernel/calendar";
import { addDays, type Day } from "../kernel/day";
import { oldest } from "./charges";
import type { Context } from "./context";
import type { Facts, LetterFacts, ReferralFacts } from "./facts";
import type { Policy } from "./policy";

type Sent = LetterFacts & { readonly sentOn: Day };
type Reported = ReferralFacts & { readonly reportedOn: Day };

/** The letter of this case that left the house; null while none did. */
export const sentLetter = (facts: Facts, { case: now }: Context): Sent | null =>
  facts.letters.find((one): one is Sent => one.sentOn !== null && now !== null && one.caseId === now.id) ?? null;

/** Presumed the second postal day after sending while nothing else is known. */
export const deliveredOn = (letter: Sent, facts: Facts, policy: Policy): Day =>
  letter.deliveredOn ?? addWorkingDays(letter.sentOn, policy.letterDeliveryWorkingDays, facts.closedDays);

/** The report of this case to the municipality; null while none was made. */
export const reported = (facts: Facts, { case: now }: Context): Reported | null =>
  facts.referrals.find((one): one is Reported => one.reportedOn !== null && now !== null && one.caseId === now.id) ?? null;

/** The oldest charge that is not on hold is 30 days past due. */
export function dueForReport(facts: Facts, { held, look, policy }: Context): boolean {
  const first = oldest(facts.overdue.filter((one) => !held.has(one.id)));
  return first !== null && look.come(addDays(first.dueOn, policy.reportDays));
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

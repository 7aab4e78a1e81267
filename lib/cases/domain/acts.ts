import type { Assessment, ContactStep, DutyStep } from "../../rules/answer";

/** Contact steps that ask a person to do something now; under all others nobody does, and the reason says why. */
const CONTACT_ACTS: ReadonlySet<ContactStep> = new Set([
  "deceased",
  "check-data",
  "legal-running",
  "payment-problem",
  "call",
  "sms",
  "caretaker",
  "callback-card",
  "call-again",
  "visit-unreached",
  "follow-up",
  "propose-legal",
  "consultant-review",
]);
const DUTY_ACTS: ReadonlySet<DutyStep> = new Set(["written-reminder", "missing-effort", "refer"]);

const CALLS: ReadonlySet<string> = new Set<ContactStep>(["call", "call-again", "follow-up"]);
/** Does this step ask finance to ring them up? */
export const isCall = (step: string | null | undefined): boolean => step != null && CALLS.has(step);

/** Does this step of the contact ladder ask somebody to act? */
export const contactActs = (step: ContactStep): boolean => CONTACT_ACTS.has(step);

export const dutyActs = (step: DutyStep): boolean => DUTY_ACTS.has(step);

/** Steps on which the consultant looks again on a day of their own. */
const LATER: ReadonlySet<ContactStep> = new Set(["consultant-review", "deceased", "legal-running"]);

/** Is there something for somebody to do? A consultant's review that is planned for later is not for now. */
export function asksToAct({ contact, duty }: Pick<Assessment, "contact" | "duty">): boolean {
  const later = LATER.has(contact.step) && contact.until !== null;
  return (contactActs(contact.step) && !later) || dutyActs(duty.step);
}

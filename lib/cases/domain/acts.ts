import type { Assessment, ContactStep, DutyStep } from "../../rules/answer";

/** Contact steps that ask a person to do something now; under all others nobody does, and the reason says why. */
const CONTACT_ACTS: ReadonlySet<ContactStep> = new Set([
  "deceased",
  "check-data",
  "payment-problem",
  "call",
  "sms",
  "caretaker",
  "callback-card",
  "visit-unreached",
  "follow-up",
  "propose-legal",
  "consultant-review",
]);
const DUTY_ACTS: ReadonlySet<DutyStep> = new Set(["written-reminder", "missing-effort", "refer"]);

/** Does this step of the contact ladder ask somebody to act? */
export const contactActs = (step: ContactStep): boolean => CONTACT_ACTS.has(step);

export const dutyActs = (step: DutyStep): boolean => DUTY_ACTS.has(step);

/** Is there something for somebody to do? A consultant's review that is planned for later is not for now. */
export function asksToAct({ contact, duty }: Pick<Assessment, "contact" | "duty">): boolean {
  const later = contact.step === "consultant-review" && contact.until !== null;
  return (contactActs(contact.step) && !later) || dutyActs(duty.step);
}

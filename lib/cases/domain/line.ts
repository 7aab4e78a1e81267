import type { Assessment, ContactStep, DutyStep, Reason } from "../../rules/answer";

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

/** Is there something for somebody to do? A consultant's review that is planned for later is not for now. */
export function asksToAct({ contact, duty }: Pick<Assessment, "contact" | "duty">): boolean {
  const later = contact.step === "consultant-review" && contact.until !== null;
  return (contactActs(contact.step) && !later) || DUTY_ACTS.has(duty.step);
}

/** The duty's step; null when no row of the duty ladder matched (its first days pass before it asks for anything). */
export const dutyStep = ({ duty }: Pick<Assessment, "duty">): DutyStep | null =>
  duty.reasons.some((one) => one.code === "duty-not-yet") ? null : duty.step;

/**
 * A reason as it leaves the program: cents as whole numbers, keys in the order of the alphabet, and another tenancy by
 * its number, because ids mean nothing outside this database.
 */
export function toldReason({ code, values }: Reason, numberOf: (tenancyId: number) => string): Reason {
  const told: Record<string, string | number> = {};
  for (const key of Object.keys(values).sort()) {
    const value = values[key] as string | number;
    if (key === "tenancyId") told.tenancy = numberOf(Number(value));
    else told[key] = key.endsWith("Cents") ? Number(value) : value;
  }
  return { code, values: told };
}

/** One line of the list of a day: always the same keys in the same order, so that two lists can be compared as text. */
export function lineOf(tenancy: string, assessment: Assessment, numberOf: (tenancyId: number) => string): string {
  const { contact, duty, lookAgainOn, policy } = assessment;
  const reasons = [...contact.reasons, ...duty.reasons].map((one) => toldReason(one, numberOf));
  return JSON.stringify({ tenancy, contact: contact.step, duty: dutyStep(assessment), reasons, lookAgainOn, policy });
}

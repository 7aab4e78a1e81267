import type { Assessment } from "../../rules/answer";
import { type ContactStep, type DutyStep, stepRow } from "../../rules/steps";

/** Does this step of the contact ladder ask somebody to act? */
export const contactActs = (step: ContactStep): boolean => stepRow(step).acts;

/** Does this step of the duty ladder ask somebody to act? */
export const dutyActs = (step: DutyStep): boolean => stepRow(step).acts;

/** Is there something for somebody to do? A consultant's review that is planned for later is not for now. */
export function asksToAct({ contact, duty }: Pick<Assessment, "contact" | "duty">): boolean {
  const later = stepRow(contact.step).comesBack === true && contact.until !== null;
  return (contactActs(contact.step) && !later) || dutyActs(duty.step);
}

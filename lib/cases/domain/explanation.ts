import type { Assessment, Match } from "../../rules/answer";
import { type ExplainedFact, explainedFacts } from "../../rules/explained-facts";
import type { Facts } from "../../rules/facts";
import type { Policy } from "../../rules/policy";
import type { ContactStep } from "../../rules/steps";
import { CONTACT_STEPS } from "../../rules/steps";
import { asksToAct, contactActs } from "./acts";

/** Why a tenancy stands where it stands on a day: the answer, what it rests on, what else matched and what held that back. */
export interface Explanation {
  readonly assessment: Assessment;
  /** Whether somebody has something to do for it. */
  readonly inList: boolean;
  readonly facts: readonly ExplainedFact[];
  /** Rows further down the contact ladder that matched as well. */
  readonly alsoContact: readonly ContactStep[];
  readonly alsoDuty: readonly string[];
  /** What would be done if the first row did not hold it back; null when nothing is held back. */
  readonly blocked: { readonly step: ContactStep; readonly by: Match<ContactStep> } | null;
  /** Under which policy the facts were weighed. */
  readonly policy: Policy;
}

const isContact = (step: string): step is ContactStep => (CONTACT_STEPS as readonly string[]).includes(step);

/** The whole reasoning behind an answer, flagged or not. Pure: the same facts and policy always tell the same. */
export function explained(facts: Facts, assessment: Assessment, policy: Policy): Explanation {
  const alsoContact = assessment.also.filter(isContact);
  const instead = contactActs(assessment.contact.step) ? undefined : alsoContact.find(contactActs);
  // Who owes nothing and has no case is in nobody's list, whatever the answer asks: a death, say.
  const looked = facts.position.overdue > 0n || assessment.flagged || facts.cases.some((one) => one.closedOn === null);
  return {
    assessment,
    inList: looked && asksToAct(assessment),
    facts: explainedFacts(facts, policy),
    alsoContact,
    alsoDuty: assessment.also.filter((step) => !isContact(step)),
    blocked: instead === undefined ? null : { step: instead, by: assessment.contact },
    policy,
  };
}

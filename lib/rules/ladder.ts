import type { Match } from "./answer";
import type { Context } from "./context";
import type { Facts } from "./facts";
import { CONTACT_STEPS, type ContactStep, DUTY_STEPS, type DutyStep } from "./steps";
import { arrangementKept } from "./steps/contact/arrangement-kept";
import { call } from "./steps/contact/call";
import { callAgain } from "./steps/contact/call-again";
import { callbackCard } from "./steps/contact/callback-card";
import { caretaker } from "./steps/contact/caretaker";
import { checkData } from "./steps/contact/check-data";
import { consultantReview } from "./steps/contact/consultant-review";
import { cured } from "./steps/contact/cured";
import { deceased } from "./steps/contact/deceased";
import { departed } from "./steps/contact/departed";
import { followUp } from "./steps/contact/follow-up";
import { hold } from "./steps/contact/hold";
import { legalRunning } from "./steps/contact/legal-running";
import { paymentProblem } from "./steps/contact/payment-problem";
import { promisePending } from "./steps/contact/promise-pending";
import { proposeLegal } from "./steps/contact/propose-legal";
import { sms } from "./steps/contact/sms";
import { visitUnreached } from "./steps/contact/visit-unreached";
import { waitForBank } from "./steps/contact/wait-for-bank";
import { waitForContact } from "./steps/contact/wait-for-contact";
import { waitForHabit } from "./steps/contact/wait-for-habit";
import { watch } from "./steps/contact/watch";
import { answered } from "./steps/duty/answered";
import { missingEffort } from "./steps/duty/missing-effort";
import { noDuty } from "./steps/duty/no-duty";
import { notYet } from "./steps/duty/not-yet";
import { objection } from "./steps/duty/objection";
import { paused } from "./steps/duty/paused";
import { refer } from "./steps/duty/refer";
import { waitForAnswer } from "./steps/duty/wait-for-answer";
import { waitForMunicipality } from "./steps/duty/wait-for-municipality";
import { writtenReminder } from "./steps/duty/written-reminder";

/** One row of a ladder: its step, and whether it matches. */
export interface Row<Step extends string> {
  readonly step: Step;
  readonly matches: (facts: Facts, context: Context) => Match<Step> | null;
}

type Matches<Step extends string> = Row<Step>["matches"];

const CONTACT_MATCHES: Readonly<Record<ContactStep, Matches<ContactStep>>> = {
  departed,
  deceased,
  cured,
  "check-data": checkData,
  "legal-running": legalRunning,
  hold,
  "wait-for-bank": waitForBank,
  "promise-pending": promisePending,
  "arrangement-kept": arrangementKept,
  watch,
  "wait-for-habit": waitForHabit,
  "payment-problem": paymentProblem,
  "wait-for-contact": waitForContact,
  call,
  sms,
  caretaker,
  "callback-card": callbackCard,
  "call-again": callAgain,
  "visit-unreached": visitUnreached,
  "follow-up": followUp,
  "propose-legal": proposeLegal,
  "consultant-review": consultantReview,
};
const DUTY_MATCHES: Readonly<Record<DutyStep, Matches<DutyStep>>> = {
  "no-duty": noDuty,
  paused,
  "written-reminder": writtenReminder,
  "wait-for-answer": waitForAnswer,
  objection,
  "missing-effort": missingEffort,
  refer,
  "wait-for-municipality": waitForMunicipality,
  answered,
  "not-yet": notYet,
};

/** What person does what now. The first row that matches is the answer. */
export const CONTACT_LADDER: readonly Row<ContactStep>[] = CONTACT_STEPS.map((step) => ({
  step,
  matches: CONTACT_MATCHES[step],
}));

/** What law and covenant ask for, running beside the contact. */
export const DUTY_LADDER: readonly Row<DutyStep>[] = DUTY_STEPS.map((step) => ({ step, matches: DUTY_MATCHES[step] }));

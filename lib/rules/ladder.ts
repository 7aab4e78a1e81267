import type { ContactStep, DutyStep, Match } from "./answer";
import type { Context } from "./context";
import type { Facts } from "./facts";
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

/** What person does what now. The first row that matches is the answer; the order is the policy. */
export const CONTACT_LADDER: readonly Row<ContactStep>[] = [
  { step: "departed", matches: departed },
  { step: "deceased", matches: deceased },
  { step: "cured", matches: cured },
  { step: "check-data", matches: checkData },
  { step: "legal-running", matches: legalRunning },
  { step: "hold", matches: hold },
  { step: "wait-for-bank", matches: waitForBank },
  { step: "promise-pending", matches: promisePending },
  { step: "arrangement-kept", matches: arrangementKept },
  { step: "watch", matches: watch },
  { step: "wait-for-habit", matches: waitForHabit },
  { step: "payment-problem", matches: paymentProblem },
  { step: "wait-for-contact", matches: waitForContact },
  { step: "call", matches: call },
  { step: "sms", matches: sms },
  { step: "caretaker", matches: caretaker },
  { step: "callback-card", matches: callbackCard },
  { step: "call-again", matches: callAgain },
  { step: "visit-unreached", matches: visitUnreached },
  { step: "follow-up", matches: followUp },
  { step: "propose-legal", matches: proposeLegal },
  { step: "consultant-review", matches: consultantReview },
];

/** What law and covenant ask for, running beside the contact. */
export const DUTY_LADDER: readonly Row<DutyStep>[] = [
  { step: "no-duty", matches: noDuty },
  { step: "paused", matches: paused },
  { step: "written-reminder", matches: writtenReminder },
  { step: "wait-for-answer", matches: waitForAnswer },
  { step: "objection", matches: objection },
  { step: "missing-effort", matches: missingEffort },
  { step: "refer", matches: refer },
  { step: "wait-for-municipality", matches: waitForMunicipality },
  { step: "answered", matches: answered },
  { step: "not-yet", matches: notYet },
];

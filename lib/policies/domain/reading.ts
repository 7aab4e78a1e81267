import { CONTACT_STEPS, DUTY_STEPS } from "../../rules/answer";
import type { ThresholdName } from "../../rules/policy";

/** One passage of the ladder as a person reads it: a few sentences that hold these thresholds. */
export interface Passage {
  /** Words: `policies.passage.<key>`. */
  readonly key: string;
  readonly thresholds: readonly ThresholdName[];
}
export interface Chapter {
  readonly key: "list" | "contact" | "duty";
  readonly passages: readonly Passage[];
}

const THRESHOLDS_OF: Readonly<Record<string, readonly ThresholdName[]>> = {
  deceased: ["quietDays", "deathCheckDays"],
  cured: ["smallAmount", "provisionalDebitDays"],
  "check-data": ["dataProblemWorkingDays"],
  hold: ["holdMaxDays"],
  "wait-for-bank": ["alreadyPaidWorkingDays"],
  "promise-pending": ["promiseMaxDays", "promiseIncomeDayMaxDays", "promiseToleranceWorkingDays", "promisesBrokenMax"],
  "arrangement-kept": ["instalmentTolerance", "instalmentToleranceWorkingDays"],
  "wait-for-habit": ["habitMonths", "habitOutOf", "habitExtraWorkingDays", "habitBelowMonths"],
  "payment-problem": ["seriousMonths", "visitWithinWorkingDays", "visitAgainDays"],
  "wait-for-contact": [
    "smsWaitWorkingDays",
    "caretakerWaitWorkingDays",
    "cardWaitWorkingDays",
    "spokenWaitWorkingDays",
    "secondVisitAfterWorkingDays",
    "missedFollowUpWorkingDays",
    "contactCap",
    "contactCapDays",
  ],
  call: ["callsUnanswered", "callsUnansweredLandlineOnly", "missedCallsPerDay"],
  "visit-unreached": ["visitsUnreached"],
  "follow-up": ["followUps", "followUpsLater"],
  "propose-legal": ["proposalMonths", "proposalDecisionDays"],
  "consultant-review": ["reviewDays", "reviewLaterDays"],
  "written-reminder": ["letterDays"],
  "wait-for-answer": ["letterDeliveryWorkingDays", "letterAnswerDays"],
  refer: ["reportDays", "reportAgainDays"],
  "wait-for-municipality": ["municipalityDays"],
};
const ofStep = (step: string): Passage => ({ key: step, thresholds: THRESHOLDS_OF[step] ?? [] });

/** The whole ladder in the order in which it decides; every threshold stands in exactly one passage. */
export const CHAPTERS: readonly Chapter[] = [
  {
    key: "list",
    passages: [
      { key: "list-months", thresholds: ["flagMonthsInArrears"] },
      { key: "list-old", thresholds: ["flagOldAmount", "flagOldDays"] },
      { key: "list-short", thresholds: ["flagShortMonths", "flagShortBy"] },
      { key: "list-grace", thresholds: ["graceWorkingDays"] },
      { key: "list-reopen", thresholds: ["reopenDays"] },
      { key: "list-rounds", thresholds: ["roundsMost", "roundsDays", "restDays"] },
    ],
  },
  { key: "contact", passages: CONTACT_STEPS.map(ofStep) },
  { key: "duty", passages: DUTY_STEPS.map(ofStep) },
];

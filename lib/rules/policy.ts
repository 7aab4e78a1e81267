import type { Cents } from "../kernel/money";

/**
 * One dated set of values for the ladder. Every number has its unit in its name; what it means, its bounds and where it
 * comes from stand in `thresholds.ts`.
 */
export interface Policy {
  readonly name: string;
  readonly version: number;
  readonly graceWorkingDays: number;
  readonly smallAmount: Cents;
  readonly flagMonthsInArrears: number;
  readonly flagOldAmount: Cents;
  readonly flagOldDays: number;
  readonly flagShortMonths: number;
  /** So much less than the rent must have come in for a month to be short. */
  readonly flagShortBy: Cents;
  readonly promiseMaxDays: number;
  readonly promiseIncomeDayMaxDays: number;
  readonly promiseToleranceWorkingDays: number;
  readonly promisesBrokenMax: number;
  readonly instalmentTolerance: Cents;
  readonly instalmentToleranceWorkingDays: number;
  readonly callsUnanswered: number;
  readonly callsUnansweredLandlineOnly: number;
  readonly missedCallsPerDay: number;
  readonly contactCap: number;
  readonly contactCapDays: number;
  readonly smsWaitWorkingDays: number;
  readonly caretakerWaitWorkingDays: number;
  readonly cardWaitWorkingDays: number;
  readonly spokenWaitWorkingDays: number;
  readonly visitWithinWorkingDays: number;
  readonly secondVisitAfterWorkingDays: number;
  readonly visitsUnreached: number;
  readonly visitAgainDays: number;
  readonly reopenDays: number;
  readonly habitMonths: number;
  readonly habitOutOf: number;
  readonly habitExtraWorkingDays: number;
  readonly habitBelowMonths: number;
  readonly followUps: number;
  /** In later rounds of a case, and for small debts. */
  readonly followUpsLater: number;
  readonly roundsMost: number;
  readonly roundsDays: number;
  readonly restDays: number;
  readonly missedFollowUpWorkingDays: number;
  readonly seriousMonths: number;
  readonly proposalMonths: number;
  readonly proposalDecisionDays: number;
  readonly alreadyPaidWorkingDays: number;
  readonly letterDays: number;
  readonly letterAnswerDays: number;
  readonly reportDays: number;
  readonly reportAgainDays: number;
  readonly municipalityDays: number;
  readonly reviewDays: number;
  /** For a small debt or a garage, and after the third review in a row. */
  readonly reviewLaterDays: number;
  readonly bereavementDays: number;
  readonly provisionalDebitDays: number;
  readonly dataProblemWorkingDays: number;
  /** The presumed delivery of a letter, in working days after sending. */
  readonly letterDeliveryWorkingDays: number;
  /** A pause has a day on which somebody looks again, at most this far ahead. */
  readonly holdMaxDays: number;
  /** After this many days somebody looks whether a death that was heard of is true. */
  readonly deathCheckDays: number;
}

/** The name of one threshold. */
export type ThresholdName = Exclude<keyof Policy, "name" | "version">;
/** The thresholds as they are kept and edited: whole numbers; amounts in cents, months in hundredths. */
export type PolicyValues = Readonly<Record<ThresholdName, number>>;

const euros = (amount: number) => BigInt(amount * 100) as Cents;

/** The built-in policy `persoonlijk-contact`, version 1. Months in hundredths. A jurist confirms terms and wording before production use. */
export const PERSONAL_CONTACT_1: Policy = {
  name: "persoonlijk-contact",
  version: 1,
  graceWorkingDays: 5,
  smallAmount: euros(5),
  flagMonthsInArrears: 50,
  flagOldAmount: euros(50),
  flagOldDays: 25,
  flagShortMonths: 3,
  flagShortBy: euros(1),
  promiseMaxDays: 14,
  promiseIncomeDayMaxDays: 31,
  promiseToleranceWorkingDays: 2,
  promisesBrokenMax: 2,
  instalmentTolerance: euros(1),
  instalmentToleranceWorkingDays: 3,
  callsUnanswered: 2,
  callsUnansweredLandlineOnly: 3,
  missedCallsPerDay: 1,
  contactCap: 3,
  contactCapDays: 7,
  smsWaitWorkingDays: 3,
  caretakerWaitWorkingDays: 7,
  cardWaitWorkingDays: 5,
  spokenWaitWorkingDays: 5,
  visitWithinWorkingDays: 5,
  secondVisitAfterWorkingDays: 3,
  visitsUnreached: 2,
  visitAgainDays: 60,
  reopenDays: 45,
  habitMonths: 4,
  habitOutOf: 6,
  habitExtraWorkingDays: 3,
  habitBelowMonths: 150,
  followUps: 2,
  followUpsLater: 1,
  roundsMost: 3,
  roundsDays: 180,
  restDays: 90,
  missedFollowUpWorkingDays: 3,
  seriousMonths: 200,
  proposalMonths: 300,
  proposalDecisionDays: 90,
  alreadyPaidWorkingDays: 5,
  letterDays: 14,
  letterAnswerDays: 14,
  reportDays: 30,
  reportAgainDays: 180,
  municipalityDays: 28,
  reviewDays: 28,
  reviewLaterDays: 90,
  bereavementDays: 14,
  provisionalDebitDays: 56,
  dataProblemWorkingDays: 5,
  letterDeliveryWorkingDays: 2,
  holdMaxDays: 92,
  deathCheckDays: 7,
};

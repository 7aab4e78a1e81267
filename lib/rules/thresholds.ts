import { type Day, day } from "../kernel/day";
import { cents } from "../kernel/money";
import { PERSONAL_CONTACT_1, type Policy, type PolicyValues, type ThresholdName } from "./policy";

/** How a threshold is counted. `hundredths`: months' rent in hundredths, as in 80 for 0.80. */
export type Unit = "working-days" | "days" | "cents" | "hundredths" | "months" | "times";

/**
 * Where a number comes from: what law or case law says, what the sector does, or what the corporation chose. `since` is
 * the day from which the source binds; a choice binds with the version that holds it.
 */
export interface Source {
  readonly kind: "law" | "standard" | "choice";
  readonly code: string;
  readonly since: Day | null;
}

/** What one threshold may be and where its number comes from. Bounds keep a slip of the pen out, not another opinion. */
export interface Threshold {
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  readonly source: Source;
}

/** Numbers that no law or standard gives: what the makers judged decent, tried on many lives. */
const JUDGEMENT: Source = { kind: "choice", code: "makers", since: null };
const CHOICE: Source = { kind: "choice", code: "corporation", since: null };
/** Supreme Court, 25 November 2016: presumed delivered on the second postal day. A jurist confirms it before production use. */
const POSTAL: Source = { kind: "law", code: "postal-days", since: day("2016-11-25") };
/** The decree on municipal debt help binds since 2021; before it the covenant asked the same as policy. */
const EARLY_WARNING: Source = { kind: "standard", code: "early-warning", since: day("2021-01-01") };
const MUNICIPALITY: Source = { kind: "law", code: "municipality-weeks", since: day("2021-01-01") };
/** A consumer can have a direct debit paid back for eight weeks. */
const DIRECT_DEBIT: Source = { kind: "standard", code: "direct-debit", since: day("2014-02-01") };
const COURT: Source = { kind: "standard", code: "court-months", since: null };

const of =
  (unit: Unit) =>
  (least: number, most: number, source: Source = CHOICE): Threshold => ({ unit, least, most, source });
const workingDays = of("working-days");
const days = of("days");
const amount = of("cents");
const monthsRent = of("hundredths");
const months = of("months");
const times = of("times");

/** Every threshold of the ladder, in the order in which a person reads it. */
export const THRESHOLDS: Readonly<Record<ThresholdName, Threshold>> = {
  flagMonthsInArrears: monthsRent(10, 600),
  flagOldAmount: amount(0, 500_000),
  // The facts hold at least four months of what was open.
  flagOldDays: days(1, 90, JUDGEMENT),
  flagShortMonths: months(2, 6),
  flagShortBy: amount(0, 10_000),
  graceWorkingDays: workingDays(0, 20),
  smallAmount: amount(1, 50_000),
  // The loader looks 90 days back for a case that may reopen.
  reopenDays: days(0, 90),
  alreadyPaidWorkingDays: workingDays(0, 20),
  dataProblemWorkingDays: workingDays(1, 30),
  holdMaxDays: days(7, 366),
  promiseMaxDays: days(1, 62),
  promiseIncomeDayMaxDays: days(1, 92),
  promiseToleranceWorkingDays: workingDays(0, 10),
  promisesBrokenMax: times(1, 6),
  instalmentTolerance: amount(0, 10_000),
  instalmentToleranceWorkingDays: workingDays(0, 10),
  habitMonths: months(2, 6),
  habitOutOf: months(2, 6),
  habitExtraWorkingDays: workingDays(0, 15),
  habitBelowMonths: monthsRent(10, 600),
  seriousMonths: monthsRent(50, 1200),
  visitWithinWorkingDays: workingDays(1, 30),
  visitAgainDays: days(1, 365),
  callsUnanswered: times(1, 6),
  callsUnansweredLandlineOnly: times(1, 8),
  missedCallsPerDay: times(1, 3),
  contactCap: times(1, 10),
  contactCapDays: days(1, 31),
  smsWaitWorkingDays: workingDays(3, 20),
  caretakerWaitWorkingDays: workingDays(1, 20),
  cardWaitWorkingDays: workingDays(1, 20),
  spokenWaitWorkingDays: workingDays(1, 20),
  visitsUnreached: times(1, 4),
  secondVisitAfterWorkingDays: workingDays(1, 20),
  followUps: times(0, 6),
  followUpsLater: times(0, 6),
  roundsMost: times(1, 12, JUDGEMENT),
  roundsDays: days(28, 366, JUDGEMENT),
  restDays: days(0, 366, JUDGEMENT),
  missedFollowUpWorkingDays: workingDays(1, 20),
  proposalMonths: monthsRent(100, 2400, COURT),
  proposalDecisionDays: days(1, 120),
  reviewDays: days(1, 120),
  reviewLaterDays: days(1, 366, JUDGEMENT),
  bereavementDays: days(0, 120),
  deathCheckDays: days(1, 31),
  letterDays: days(1, 90, EARLY_WARNING),
  letterDeliveryWorkingDays: workingDays(1, 10, POSTAL),
  letterAnswerDays: days(1, 90, EARLY_WARNING),
  reportDays: days(1, 180, EARLY_WARNING),
  reportAgainDays: days(30, 730, JUDGEMENT),
  municipalityDays: days(7, 180, MUNICIPALITY),
  provisionalDebitDays: days(0, 92, DIRECT_DEBIT),
};

export const THRESHOLD_NAMES = Object.keys(THRESHOLDS) as readonly ThresholdName[];

/** The first may not be more than the second, or a step could never be reached. */
export const IN_ORDER: readonly (readonly [lower: ThresholdName, higher: ThresholdName])[] = [
  ["habitMonths", "habitOutOf"],
  ["flagMonthsInArrears", "seriousMonths"],
  ["seriousMonths", "proposalMonths"],
  ["promiseMaxDays", "promiseIncomeDayMaxDays"],
  ["callsUnanswered", "callsUnansweredLandlineOnly"],
  ["missedCallsPerDay", "contactCap"],
  ["smallAmount", "flagOldAmount"],
  ["letterDays", "reportDays"],
  ["followUpsLater", "followUps"],
  ["reviewDays", "reviewLaterDays"],
];

/** What is wrong with a set of values: per threshold a code, `too-low`, `too-high`, `not-whole` or `more-than` another one. */
export interface Fault {
  readonly threshold: ThresholdName;
  readonly code: "not-whole" | "too-low" | "too-high" | "more-than";
  /** The bound, or the threshold it goes beyond. */
  readonly limit: number | ThresholdName;
}

/** Everything wrong with these values; nothing when they can be used. */
export function faultsIn(values: PolicyValues): Fault[] {
  const bounds = THRESHOLD_NAMES.flatMap((threshold): Fault[] => {
    const { least, most } = THRESHOLDS[threshold];
    const value = values[threshold];
    if (!Number.isSafeInteger(value)) return [{ threshold, code: "not-whole", limit: 0 }];
    if (value < least) return [{ threshold, code: "too-low", limit: least }];
    return value > most ? [{ threshold, code: "too-high", limit: most }] : [];
  });
  const order = IN_ORDER.flatMap(([lower, higher]): Fault[] =>
    values[lower] > values[higher] ? [{ threshold: lower, code: "more-than", limit: higher }] : [],
  );
  return [...bounds, ...order.filter((one) => !bounds.some((other) => other.threshold === one.threshold))];
}

/** The thresholds that differ, with what they were and what they become. */
export function changesBetween(before: PolicyValues, after: PolicyValues) {
  return THRESHOLD_NAMES.filter((name) => before[name] !== after[name]).map((threshold) => ({
    threshold,
    from: before[threshold],
    to: after[threshold],
  }));
}

/** Values as they are kept → what the rules work with. */
export function policyFrom(name: string, version: number, values: PolicyValues): Policy {
  const typed = THRESHOLD_NAMES.map((key) => [key, THRESHOLDS[key].unit === "cents" ? cents(values[key]) : values[key]]);
  return { name, version, ...Object.fromEntries(typed) } as Policy;
}

/** What the rules work with → values as they are kept. */
export function valuesOf(policy: Policy): PolicyValues {
  return Object.fromEntries(THRESHOLD_NAMES.map((key) => [key, Number(policy[key])])) as PolicyValues;
}

/** The values that stand in force before anybody changes one; the migration writes the same numbers. */
export const FIRST_VALUES: PolicyValues = valuesOf(PERSONAL_CONTACT_1);

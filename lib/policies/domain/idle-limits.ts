import type { PolicyValues, ThresholdName } from "../../rules/policy";

/** A threshold that seldom or never decides anything, because another one is there first. */
export interface IdleLimit {
  readonly threshold: ThresholdName;
  /** `never`: it cannot decide. `seldom`: only in the case the sentence names. */
  readonly how: "never" | "seldom";
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Which thresholds of a version hardly matter beside the others. Said before somebody changes one and wonders why nothing
 * happens. Pure arithmetic on the values, no data.
 */
export function idleLimitsIn(values: PolicyValues): IdleLimit[] {
  const found: IdleLimit[] = [];
  const say = (threshold: ThresholdName, how: IdleLimit["how"], more: IdleLimit["values"] = {}) =>
    found.push({ threshold, how, values: { ...more, value: values[threshold] } });
  const { flagMonthsInArrears: months } = values;
  // Who is flagged for rent owes so much: a habit below it would hold for nobody.
  if (values.habitBelowMonths <= months) say("habitBelowMonths", "seldom", { months });
  if (values.promiseIncomeDayMaxDays <= values.promiseMaxDays) say("promiseIncomeDayMaxDays", "never");
  // The report waits for the letter, its delivery and the answer: counted short, without weekends.
  const earliest = values.letterDays + values.letterDeliveryWorkingDays + values.letterAnswerDays;
  if (earliest > values.reportDays) say("reportDays", "never", { earliest });
  return found;
}

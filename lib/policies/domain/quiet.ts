import type { PolicyValues, ThresholdName } from "../../rules/policy";

/** A threshold that seldom or never decides anything, because another one is there first. */
export interface Quiet {
  readonly threshold: ThresholdName;
  /** `never`: it cannot decide. `seldom`: only in the case the sentence names. */
  readonly how: "never" | "seldom";
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Which thresholds of a version hardly matter beside the others. Said before somebody changes one and wonders why nothing
 * happens. Pure arithmetic on the values, no data.
 */
export function quietIn(values: PolicyValues): Quiet[] {
  const found: Quiet[] = [];
  const say = (threshold: ThresholdName, how: Quiet["how"], more: Quiet["values"] = {}) =>
    found.push({ threshold, how, values: { ...more, value: values[threshold] } });
  const { flagMonthShare: share, flagMonthsInArrears: months } = values;
  // A month that is open for the share brings somebody onto the list by itself: the sum counts only for several smaller ones.
  if (months >= share) say("flagMonthsInArrears", "seldom", { months: Math.floor(months / share) + 1, share });
  if (values.habitBelowMonths <= share) say("habitBelowMonths", "seldom", { share });
  if (values.promiseIncomeDayMaxDays <= values.promiseMaxDays) say("promiseIncomeDayMaxDays", "never");
  // The report waits for the letter, its delivery and the answer: counted short, without weekends.
  const earliest = values.letterDays + values.letterDeliveryWorkingDays + values.letterAnswerDays;
  if (earliest > values.reportDays) say("reportDays", "never", { earliest });
  return found;
}

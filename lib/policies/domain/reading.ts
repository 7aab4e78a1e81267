import type { ThresholdName } from "../../rules/policy";
import { CONTACT_STEPS, type ContactStep, DUTY_STEPS, type DutyStep, stepRow } from "../../rules/steps";

/** One passage of the ladder as a person reads it: a few sentences that hold these thresholds. */
export interface Passage {
  /** Words: `steps.passage.<key>`. */
  readonly key: string;
  readonly thresholds: readonly ThresholdName[];
}
export interface Chapter {
  readonly key: "list" | "contact" | "duty";
  readonly passages: readonly Passage[];
}

const ofStep = (step: ContactStep | DutyStep): Passage => ({ key: step, thresholds: stepRow(step).thresholds });

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

import type { Day } from "../../kernel/day";
import { CONTACT_STEPS, DUTY_STEPS } from "../../rules/steps";

/** How often one step of a ladder came up. */
export interface StepUse {
  readonly ladder: "contact" | "duty";
  readonly step: string;
  readonly days7: number;
  readonly days30: number;
  readonly days365: number;
  /** How many tenancies stand at it now. */
  readonly standing: number;
  /** Null: it never came up. */
  readonly lastDay: Day | null;
}

/** Every step there is, in the order of its ladder; one that never came up is there too. */
export function everyStep(found: readonly StepUse[]): StepUse[] {
  const of = (ladder: StepUse["ladder"], steps: readonly string[]) =>
    steps.map(
      (step) =>
        found.find((one) => one.ladder === ladder && one.step === step) ??
        ({ ladder, step, days7: 0, days30: 0, days365: 0, standing: 0, lastDay: null } satisfies StepUse),
    );
  return [...of("contact", CONTACT_STEPS), ...of("duty", DUTY_STEPS)];
}

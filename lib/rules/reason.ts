import type { Day } from "../kernel/day";
import type { Match, Reason } from "./answer";

type Value = string | number | bigint | null;

/** A reason with its values; cents become decimal text, what is unknown is left out. */
export function reason(code: string, values: Readonly<Record<string, Value>> = {}): Reason {
  const kept: Record<string, string | number> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== null && value !== undefined) kept[key] = typeof value === "bigint" ? value.toString() : value;
  }
  return { code, values: kept };
}

/** What a row of a ladder says when it matches. */
export const match = <Step extends string>(step: Step, reasons: readonly Reason[], until: Day | null = null): Match<Step> => ({
  step,
  reasons,
  until,
});

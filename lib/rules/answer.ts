import type { Day } from "../kernel/day";
import type { ContactStep, DutyStep } from "./steps";

/**
 * One reason behind an answer: a code that i18n turns into a sentence (`reasons.<code>`), with the facts and
 * thresholds it used. Values: cents as decimal text in keys ending in `Cents`, days as ISO text, counts as numbers.
 */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What one row of a ladder says when it matches. `until`: the day on which it may change by itself. */
export interface Match<Step extends string> {
  readonly step: Step;
  readonly reasons: readonly Reason[];
  readonly until: Day | null;
}

/** A stretch of contact with its own attempts (ladder: round). Ordinal counts from 1 within the case. */
export interface Round {
  readonly ordinal: number;
  readonly startedOn: Day;
  readonly because:
    | "flagged"
    | "promise-broken"
    | "instalment-missed"
    | "running-rent-behind"
    | "payment-not-found"
    | "further-month"
    | "no-longer-small"
    | "agreed-moment-passed"
    | "another-addressee"
    | "reopened";
  readonly reached: boolean;
}

/** The two answers for one tenancy, day and K. Stored when it differs from the last one. */
export interface Assessment {
  readonly flagged: boolean;
  readonly flagReasons: readonly Reason[];
  readonly round: Round | null;
  /** Flagged for little: phone, SMS and one letter, no door. */
  readonly small: boolean;
  readonly contact: Match<ContactStep>;
  readonly duty: Match<DutyStep>;
  /** Steps further down that also matched, in order. */
  readonly also: readonly (ContactStep | DutyStep)[];
  /** Earliest day on which any answer could change without a new fact; null when never. */
  readonly reassessOn: Day | null;
  readonly policy: string;
}

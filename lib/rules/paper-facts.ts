import type { Day } from "../kernel/day";

export interface LetterFacts {
  readonly caseId: number;
  readonly askedOn: Day;
  readonly sentOn: Day | null;
  /** Null while not known; then presumed the second postal day after sending. */
  readonly deliveredOn: Day | null;
  /** The letter named who helps, and offered to pass contact details on. Absent: the standard letter, which does. */
  readonly helpPointed?: boolean;
  readonly offerMade?: boolean;
}

export interface ReferralFacts {
  readonly caseId: number;
  readonly askedOn: Day;
  readonly reportedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly result: "help-accepted" | "help-refused" | "not-reached" | "known-already" | "other" | null;
}

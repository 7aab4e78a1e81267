import type { Day } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import type { Position } from "../../rules/facts";
import type { Charge, Entry } from "./entry";
import type { ChargeStep, HeldReceipt, Lay, Taken } from "./lay";

/** A charge with what lies on it at the end of the day. */
export interface LaidCharge {
  readonly charge: Charge;
  /** Uncovered, after free money is shown on what is not due yet. */
  readonly open: Cents;
  /** The later of its due day and its booking day, or the day on which money was taken back from it. */
  readonly openSince: Day;
  /** Money was last taken back from it on this day; null when never. */
  readonly reopenedOn: Day | null;
  readonly reopenedBy: Entry | null;
  readonly lies: readonly Lay[];
  readonly steps: readonly ChargeStep[];
}

/** Where the receipts of one rent account lie on a day. */
export interface Allocation {
  readonly day: Day;
  /** All charges booked by the day: monthly rent before other, oldest first. */
  readonly charges: readonly LaidCharge[];
  /** All receipts booked by the day, with what is free, held and laid of each. */
  readonly receipts: readonly HeldReceipt[];
  /** What reversals opened again, oldest first. */
  readonly taken: readonly Taken[];
  readonly position: Position;
}

import type { Day } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import type { Charge, Entry, Receipt } from "./entry";

/** Money of one receipt on one charge. */
export interface Lay {
  readonly receipt: HeldReceipt;
  readonly charge: OpenCharge;
  amount: Cents;
  /** The receipt named the charge; else it was free. */
  readonly named: boolean;
}
export interface HeldReceipt {
  /** Null: what was left of entries that were left out. */
  readonly entry: Receipt | null;
  readonly bookedOn: Day;
  free: Cents;
  held: Cents;
  readonly lies: Lay[];
}
/** What was open of a charge at the end of a day, and since when; told again on each day on which either changed. */
export interface ChargeStep {
  readonly on: Day;
  readonly open: Cents;
  readonly openSince: Day;
}
export interface OpenCharge {
  readonly charge: Charge;
  open: Cents;
  openSince: Day;
  readonly lies: Lay[];
  readonly steps: ChargeStep[];
  /** Taken back money has opened it again, last on this day. */
  reopenedOn: Day | null;
  /** The reversal that opened it last. */
  reopenedBy: Entry | null;
}

/** What a reversal opened again. */
export interface Taken {
  readonly reversal: Entry;
  readonly charge: OpenCharge;
  readonly amount: Cents;
}

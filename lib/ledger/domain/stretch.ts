import { type Day, daysBetween } from "../../kernel/day";

/** A receipt that is taken back within so many days ended nothing (our judgement: the longest a failing collection takes). */
export const BOUNCE_DAYS = 14;

/**
 * A stretch of days at whose end something was due (semantics: debt since): it starts on the first day on which it was
 * overdue too, and goes on when the receipt that ended it is taken back soon.
 */
export class Stretch {
  since: Day | null = null;
  private ended: { readonly on: Day; readonly since: Day } | null = null;

  /** @param takenBack booking days of receipts that were taken back today */
  endOfDay(day: Day, due: boolean, overdue: boolean, takenBack: readonly Day[]): void {
    if (!due) {
      if (this.since !== null) this.ended = { on: day, since: this.since };
      this.since = null;
      return;
    }
    const ended = this.ended;
    if (ended !== null && takenBack.some((on) => on === ended.on && daysBetween(on, day) <= BOUNCE_DAYS)) {
      this.since = ended.since;
      this.ended = null;
    } else if (this.since === null && overdue) this.since = day;
  }
}

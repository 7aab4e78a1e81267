import type { Day } from "../kernel/day";

/**
 * The one door through which the ladder looks at the calendar. Every comparison of "today" with a day goes through
 * `come`, which remembers the nearest day that has not come yet. Nothing else in an answer depends on time, so no
 * answer can change before `next` without a new fact: that is what `reassessOn` promises.
 */
export class Look {
  next: Day | null = null;
  constructor(readonly today: Day) {}

  /** Has the day `at` come (is it today or past)? */
  come(at: Day): boolean {
    if (at <= this.today) return true;
    if (this.next === null || at < this.next) this.next = at;
    return false;
  }
}

import { type Day, dayNumber } from "@/lib/kernel/day";

/** What is going to happen, by day. Within a day in the order in which it was put down. */
export class Agenda {
  private readonly days = new Map<number, (() => void)[]>();

  at(d: Day, happens: () => void): void {
    const number = dayNumber(d);
    const list = this.days.get(number);
    if (list) list.push(happens);
    else this.days.set(number, [happens]);
  }

  /** Lets everything of a day happen, also what is put down for that same day while it happens. */
  play(d: Day): void {
    const number = dayNumber(d);
    const list = this.days.get(number);
    if (!list) return;
    for (let i = 0; i < list.length; i++) list[i]?.();
    this.days.delete(number);
  }
}

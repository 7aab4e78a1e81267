import { addDays, type Day } from "@/lib/kernel/day";
import { momentAt } from "@/lib/platform/zone";

/** Noon of each day asked for: a year has few days and many acts. */
const noons = new Map<Day, number>();

/** The moment at which it is `hours:minutes` in Amsterdam on a day; not for the hours in which the clock changes. */
export function amsterdam(d: Day, hours: number, minutes = 0): Date {
  let noon = noons.get(d);
  if (noon === undefined) noons.set(d, (noon = momentAt(d, 12).getTime()));
  return new Date(noon + ((hours - 12) * 60 + minutes) * 60_000);
}

/** What happened on a day reaches the books the next morning, before the run. */
export function bookedMoment(d: Day): Date {
  let moment = booked.get(d);
  if (!moment) booked.set(d, (moment = amsterdam(addDays(d, 1), 4, 15)));
  return moment;
}
const booked = new Map<Day, Date>();
/** What the scheduled run of a day knows. */
export const runMoment = (d: Day): Date => amsterdam(d, 5);

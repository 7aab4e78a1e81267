import { addDays, type Day, weekday } from "@/lib/kernel/day";

/** Summer time runs from the last Sunday of March up to the last Sunday of October. */
function summer(d: Day): boolean {
  const lastSunday = (text: string) => {
    const end = text as Day;
    return addDays(end, -(weekday(end) % 7));
  };
  const year = d.slice(0, 4);
  return d >= lastSunday(`${year}-03-31`) && d < lastSunday(`${year}-10-31`);
}

/** The moment at which it is `hours:minutes` in Amsterdam on a day; not for the hours in which the clock changes. */
export function amsterdam(d: Day, hours: number, minutes = 0): Date {
  return new Date(Date.parse(`${d}T00:00:00Z`) + ((hours - (summer(d) ? 2 : 1)) * 60 + minutes) * 60_000);
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

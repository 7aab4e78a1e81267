import { TZDateMini } from "@date-fns/tz/date/mini";
import { format } from "date-fns/format";
import type { Day } from "../kernel/day";

const ZONE = "Europe/Amsterdam";

/** A moment as the clocks of the office show it, for whatever of date-fns writes it. */
export const inAmsterdam = (moment: Date): Date => new TZDateMini(moment, ZONE);

/** The Amsterdam date and minutes since midnight of a moment. */
export function amsterdamOf(moment: Date): { day: Day; minutes: number } {
  const there = inAmsterdam(moment);
  return { day: format(there, "yyyy-MM-dd") as Day, minutes: there.getHours() * 60 + there.getMinutes() };
}

/** The moment at which it is `hours:minutes` on `d` in Amsterdam; the later one in the hour that comes twice. */
export const momentAt = (d: Day, hours: number, minutes = 0): Date =>
  new Date(+new TZDateMini(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8)), hours, minutes, ZONE));

import { partOfDay } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { type Happened, now } from "@/lib/platform/clock";
import { amsterdamOf, momentAt } from "@/lib/platform/zone";

const HOUR = { morning: 9, afternoon: 14, evening: 19 } as const;
/** A phone's clock runs a little differently; further ahead than this somebody has a look. */
const AHEAD_MS = 3_600_000;
/** Nothing is told of longer ago than this before the day was handed out. */
const DAYS_BACK = 92;

interface Told {
  readonly phoneAt: string;
  readonly offsetMs: number;
  readonly when?: { readonly day: string; readonly part: keyof typeof HOUR } | undefined;
}

/** When it was: as somebody said, or by the phone's clock put right. What cannot be true counts as now, and somebody has a look. */
export async function happenedAt(
  { phoneAt, offsetMs, when }: Told,
  handedAt: Date,
): Promise<{ happened: Happened; odd: "clock-ahead" | "clock-behind" | "future-day" | null }> {
  const at = await now();
  const handedOn = amsterdamOf(handedAt).day;
  if (when) {
    const day = when.day as Day;
    if (day > at.day) return { happened: at, odd: "future-day" };
    if (day < addDays(handedOn, -DAYS_BACK)) return { happened: at, odd: "clock-behind" };
    const told = momentAt(day, HOUR[when.part]);
    // This evening was not yet: it was just now.
    return { happened: told > at.moment ? at : { day, part: when.part, moment: told }, odd: null };
  }
  const own = new Date(new Date(phoneAt).getTime() + offsetMs);
  if (own < new Date(handedAt.getTime() - 86_400_000)) return { happened: at, odd: "clock-behind" };
  const there = amsterdamOf(own);
  if (own > at.moment) {
    // A clock of the demo's own stands still while the phone's goes on.
    const far = at.own ? there.day > at.day : own.getTime() - at.moment.getTime() > AHEAD_MS;
    return { happened: at, odd: far ? "clock-ahead" : null };
  }
  return { happened: { day: there.day, part: partOfDay(there.minutes), moment: own }, odd: null };
}

import type { PartOfDay } from "../../kernel/calendar";
import { addDays, type Day, dayOfMonth, monthOf } from "../../kernel/day";
import type { MonthView, Tally } from "./view";

interface TriedCall {
  readonly number: string | null;
  readonly part: PartOfDay;
  readonly answered: boolean;
}

/**
 * What a colleague wants to know before dialling: the part of the day in which this number is answered most,
 * or, when it never was, the part in which it was tried most.
 * @returns null when the number was never called
 */
export function tallyOf(number: string, calls: readonly TriedCall[]): Tally | null {
  const parts = new Map<PartOfDay, { tried: number; answered: number }>();
  for (const call of calls) {
    if (call.number !== number) continue;
    const seen = parts.get(call.part) ?? { tried: 0, answered: 0 };
    parts.set(call.part, { tried: seen.tried + 1, answered: seen.answered + (call.answered ? 1 : 0) });
  }
  const [best] = [...parts].sort(
    ([, a], [, b]) => b.answered / b.tried - a.answered / a.tried || b.answered - a.answered || b.tried - a.tried,
  );
  return best ? { part: best[0], ...best[1] } : null;
}

const MONTHS_LOOKED_AT = 6;
const MONTHS_ALIKE = 4;
const DAYS_APART = 4;
/** A debit at the end of the month pays the next one. */
const DAYS_EARLY = 10;

/**
 * The day of the month around which the rent usually comes in: at least four of the last six paid months lie
 * within four days of the middle one.
 */
export function usualDay(months: readonly Pick<MonthView, "month" | "coveredOn">[]): number | null {
  const days = months
    .filter((month): month is { month: MonthView["month"]; coveredOn: Day } => month.coveredOn !== null)
    .slice(-MONTHS_LOOKED_AT)
    .filter((month) => monthOf(month.coveredOn) === month.month || monthOf(addDays(month.coveredOn, DAYS_EARLY)) === month.month)
    .map((month) => dayOfMonth(month.coveredOn))
    .sort((a, b) => a - b);
  const middle = days[Math.floor(days.length / 2)];
  if (middle === undefined) return null;
  return days.filter((d) => Math.abs(d - middle) <= DAYS_APART).length >= MONTHS_ALIKE ? middle : null;
}

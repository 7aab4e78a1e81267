import { addMonths, type Day, firstDay, lastDay, type Month, monthOf } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";

/** One month of the line chart; null where nothing was measured. */
export interface MonthPair {
  readonly month: Month;
  readonly arrears: Cents | null;
  readonly before: Cents | null;
}

/** Bands of months in arrears, in hundredths: from (inclusive) and to (exclusive). */
export const BANDS = [
  { code: "under1", from: 0, to: 100 },
  { code: "from1", from: 100, to: 200 },
  { code: "from2", from: 200, to: 300 },
  { code: "from3", from: 300, to: 400 },
  { code: "from4", from: 400, to: null },
] as const;
export type BandCode = (typeof BANDS)[number]["code"];

/** What came of a judgment, from mildest to hardest. */
export const BECAME = ["stayed", "left", "left-silently", "keys-returned", "evicted"] as const;
export type Became = (typeof BECAME)[number];

/**
 * Year-over-year change in whole percent, half up: 30 means 30 % less, -5 means 5 % more.
 * @returns null when a year before is unknown or zero.
 */
export function reductionPercent(now: Cents | null, before: Cents | null): number | null {
  if (now === null || before === null || before === 0n) return null;
  const doubled = (200n * (before - now)) / before;
  return Math.round(Number(doubled) / 2);
}

/** The twelve months that end with `month`, oldest first. */
export const yearUpTo = (month: Month): Month[] => Array.from({ length: 12 }, (_, i) => addMonths(month, i - 11));

/** The calendar year up to and including `month`, and the same stretch of the year before. */
export function calendarYears(month: Month): { from: Day; to: Day; beforeFrom: Day; beforeTo: Day } {
  const january = `${month.slice(0, 4)}-01` as Month;
  return {
    from: firstDay(january),
    to: lastDay(month),
    beforeFrom: firstDay(addMonths(january, -12)),
    beforeTo: lastDay(addMonths(month, -12)),
  };
}

/** The last month that is over on `today`; on the last day of a month, that month. */
export function lastWholeMonth(today: Day): Month {
  const month = monthOf(today);
  return today === lastDay(month) ? month : addMonths(month, -1);
}

/** A round number of euros not below `value`, for the top of an axis that starts at zero; with the step between lines. */
export function axis(value: Cents): { top: number; step: number } {
  const euros = Math.max(1, Number(value) / 100);
  const magnitude = 10 ** Math.floor(Math.log10(euros));
  const step = [0.2, 0.5, 1, 2].map((f) => f * magnitude).find((s) => euros / s <= 5) ?? magnitude;
  return { top: Math.ceil(euros / step) * step, step };
}

import type { Day } from "@/lib/kernel/day";
import { monthsIn } from "./months";

/** A receipt of one source beside one of the other: same tenancy, same amount, booked close together. */
export interface Resemblance {
  readonly line: number;
  readonly entryId: string;
  /** Days between the two booking days. */
  readonly apart: number;
  readonly bookedOn?: Day;
  /** What either says that it is for. */
  readonly texts?: readonly [string | null, string | null];
}

/** A receipt reported by bank and ERP is booked by both within this many days. */
export const DUPLICATE_DAYS = 3;
/** Beyond that, up to here, a person says whether two receipts are one: holidays, and books that were behind. */
export const ASKED_DAYS = 10;

/** Whether both name months of rent, and none that is the same: null when one of them names none. */
function sameMonths({ texts, bookedOn }: Resemblance): boolean | null {
  if (!texts || !bookedOn) return null;
  const [one, other] = texts.map((text) => (text === null ? null : monthsIn(text, bookedOn)));
  return one && other ? one.months.some((month) => other.months.includes(month)) : null;
}

/**
 * Which lines are the same receipt as an entry that the other source already sent: one to one, first those that name the same month,
 * then closest days, so that two equal payments are never taken for one. `unsure`: lines of which a person says it.
 */
export function pairDuplicates(resemblances: readonly Resemblance[]): { pairs: Map<number, string>; unsure: number[] } {
  const possible = resemblances.map((one) => ({ ...one, same: sameMonths(one) })).filter(({ same }) => same !== false);
  const rank = (one: { same: boolean | null }) => (one.same ? 0 : 1);
  const inOrder = possible.sort(
    (a, b) => rank(a) - rank(b) || a.apart - b.apart || a.line - b.line || (a.entryId < b.entryId ? -1 : 1),
  );
  const pairs = new Map<number, string>();
  const taken = new Set<string>();
  for (const { line, entryId, apart } of inOrder) {
    if (apart > DUPLICATE_DAYS || pairs.has(line) || taken.has(entryId)) continue;
    pairs.set(line, entryId);
    taken.add(entryId);
  }
  const unsure = inOrder.filter(({ line, entryId }) => !pairs.has(line) && !taken.has(entryId)).map(({ line }) => line);
  return { pairs, unsure: [...new Set(unsure)] };
}

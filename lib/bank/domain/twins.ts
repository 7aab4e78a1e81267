/** A receipt of one source beside one of the other: same tenancy, same amount, booked close together. */
export interface Resemblance {
  readonly line: number;
  readonly entryId: string;
  /** Days between the two booking days. */
  readonly apart: number;
}

/** A receipt reported by bank and ERP is booked by both within this many days. */
export const TWIN_DAYS = 3;

/**
 * Which lines are the same receipt as an entry that the other source already sent: one to one, closest days first,
 * so that two equal payments are never taken for one.
 */
export function pairTwins(resemblances: readonly Resemblance[]): Map<number, string> {
  const byCloseness = [...resemblances].sort((a, b) => a.apart - b.apart || a.line - b.line || (a.entryId < b.entryId ? -1 : 1));
  const pairs = new Map<number, string>();
  const taken = new Set<string>();
  for (const { line, entryId } of byCloseness) {
    if (pairs.has(line) || taken.has(entryId)) continue;
    pairs.set(line, entryId);
    taken.add(entryId);
  }
  return pairs;
}

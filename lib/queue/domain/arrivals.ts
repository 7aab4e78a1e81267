import type { WorkRow } from "./rows";
import type { Tab } from "./tabs";

/** When a case came into its part of the list, by the number of the last answer of the rules then, and whether it was no case before. */
export interface Arrival {
  readonly mark: number;
  readonly opened: boolean;
}
type Standing = Pick<WorkRow, "tenancyId" | "tab">;

/** What is `known` with the cases that stand somewhere else after than before, or were not there: they came at `mark`. */
export function arrivals(
  before: readonly Standing[],
  after: readonly Standing[],
  known: ReadonlyMap<number, Arrival>,
  mark: number,
): ReadonlyMap<number, Arrival> {
  const tabs = new Map(before.map(({ tenancyId, tab }) => [tenancyId, tab]));
  const fresh = after.filter((row) => tabs.get(row.tenancyId) !== row.tab);
  if (fresh.length === 0) return known;
  return new Map([...known, ...fresh.map((row) => [row.tenancyId, { mark, opened: !tabs.has(row.tenancyId) }] as const)]);
}

/** How many of the rows of one tab came into it after `mark`; into all cases, and those of the manager, only what was no case before. */
export function arrivedSince(rows: readonly Standing[], tab: Tab, known: ReadonlyMap<number, Arrival>, mark: number): number {
  return rows.filter((row) => {
    const arrival = known.get(row.tenancyId);
    return arrival !== undefined && arrival.mark > mark && (arrival.opened || row.tab === tab);
  }).length;
}

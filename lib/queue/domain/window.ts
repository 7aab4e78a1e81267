import type { Day } from "../../kernel/day";
import { inOrder, isAskedFor, type QueueFilter } from "./filter";
import type { AccountThrough, FoundRow, Place, QueueRow, WorkRow } from "./rows";
import type { Tab } from "./tabs";

export interface QueueList {
  readonly today: Day;
  readonly filter: QueueFilter;
  /** The case that is open: the one asked for, else the first. */
  readonly chosenId: number | null;
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly counts: Readonly<Record<Tab, number>>;
  /** Steps that occur in this tab, with their counts. */
  readonly steps: readonly { readonly step: string; readonly count: number }[];
  /** Null when the chosen case is not in this list. */
  readonly place: Place | null;
  readonly found: readonly FoundRow[] | null;
  /** What was looked for, in words; in the filter stands its key. */
  readonly searched: string | null;
  /** The number of the last answer of the rules in it: what comes later is new. */
  readonly mark: number;
  readonly bankThrough: string | null;
  /** Each account with its own day, when these differ or something is missing. */
  readonly accounts: readonly AccountThrough[];
  readonly runDay: string | null;
}

/** How many cases lie in each tab and wait for each step, of what is asked for. */
export function countsOf(
  work: readonly WorkRow[],
  filter: Pick<QueueFilter, "building" | "whose" | "months">,
  mine: ReadonlySet<number>,
) {
  const counts = new Map<string, { tab: string; doing: string; count: number; forManager: number }>();
  for (const row of work) {
    if (row.leadId !== null || !isAskedFor(row, filter, mine)) continue;
    const { tab, doing, forManager } = row;
    const key = `${tab} ${doing}`;
    const one = counts.get(key) ?? { tab, doing, count: 0, forManager: 0 };
    counts.set(key, { ...one, count: one.count + 1, forManager: one.forManager + (forManager ? 1 : 0) });
  }
  return [...counts.values()];
}

/** The rows that are asked for, in their order; what stands under another row is not one of its own. */
export function rowsOf(work: readonly WorkRow[], filter: QueueFilter, mine: ReadonlySet<number>): readonly WorkRow[] {
  const { tab, step } = filter;
  return inOrder(work, filter.order).filter(
    (row) =>
      row.leadId === null &&
      (tab === "all" || row.tab === tab || (tab === "manager" && row.forManager)) &&
      (step === null || row.doing === step) &&
      isAskedFor(row, filter, mine),
  );
}

/** What stands under the row of another tenancy, by that one. */
export function togetherOf(work: readonly WorkRow[]): ReadonlyMap<number, readonly WorkRow[]> {
  const under = new Map<number, WorkRow[]>();
  for (const row of work) if (row.leadId !== null) under.set(row.leadId, [...(under.get(row.leadId) ?? []), row]);
  return under;
}

/** The window moves on by this many rows, so that walking does not move it at each step. */
const STRIDE = 40;
/** Rows before the chosen one that stay in sight. */
const BEFORE = 20;

/**
 * The rows of one list (`work` is in its order already), a window of them around the chosen case, and where that one stands. With nobody
 * chosen the first row has its place.
 */
export function windowOf(
  work: readonly WorkRow[],
  filter: QueueFilter,
  mine: ReadonlySet<number>,
  together: ReadonlyMap<number, readonly WorkRow[]> = togetherOf(work),
) {
  const { chosen, rows: wanted } = filter;
  const list = rowsOf(work, filter, mine);
  const at = chosen === null ? (list.length > 0 ? 0 : -1) : list.findIndex(({ tenancyId }) => tenancyId === chosen);
  const start = at >= wanted - BEFORE ? Math.max(0, Math.floor(at / STRIDE) * STRIDE - BEFORE) : 0;
  const rows = list.slice(start, start + wanted).map((row, index) => ({
    ...row,
    place: start + index + 1,
    together: together.get(row.tenancyId) ?? [],
  }));
  const idAt = (index: number) => list[index]?.tenancyId ?? null;
  const place: Place | null =
    at < 0 ? null : { place: at + 1, total: list.length, previousId: at > 0 ? idAt(at - 1) : null, nextId: idAt(at + 1) };
  return { rows, total: list.length, place, first: idAt(0) };
}

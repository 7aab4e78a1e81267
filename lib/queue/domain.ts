import type { Day } from "../kernel/day";
import { CONTACT_STEPS, DUTY_STEPS, type StepTab, stepRow } from "../rules/steps";

/** The tabs of the work list: each open case lies in exactly one of them, `all` holds every one, `manager` those that wait for the team leader too. */
export const TABS = ["today", "waiting", "visits", "agreements", "caretaker", "legal", "problems", "manager", "all"] as const;
export type Tab = (typeof TABS)[number];

/** What the address of the work list says: which rows, which case, and what was just recorded. */
export interface QueueFilter {
  readonly tab: Tab;
  /** What a row is waiting for: a step of the ladder, or one of the queue's own words. */
  readonly step: string | null;
  readonly building: string | null;
  readonly search: string | null;
  readonly chosen: number | null;
  /** How many rows to show. */
  readonly rows: number;
}

export interface Dwelling {
  readonly kind: "home" | "care" | "parking" | "commercial";
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly city: string;
}

/** One row of the list: who, where, what is next, how far behind and how long without a conversation. */
export interface QueueRow extends Dwelling {
  /** Where it stands in the whole of its list, from 1. */
  readonly place: number;
  readonly tenancyId: number;
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string | null;
  /** A representative acts for the tenant, so the call goes to their office. */
  readonly represented: boolean;
  readonly doing: string | null;
  /** Why the present round started, when it started after a conversation. */
  readonly because: string | null;
  readonly monthsBehind: number;
  readonly overdueCents: string;
  /** Null: nobody ever spoke with them. */
  readonly silentDays: number | null;
  /** Garage or second dwelling of the same person, worked under this row. */
  readonly together: readonly Dwelling[];
}

/** A tenancy found by search; it need not be behind. */
export interface FoundRow extends Omit<QueueRow, "silentDays" | "together" | "because"> {
  readonly number: string;
  readonly endsOn: string | null;
  readonly open: boolean;
  /** Found by somebody else of the household: who, and as what. */
  readonly viaRole: string | null;
  readonly viaName: string | null;
}

/** Where the chosen case stands in the filtered list. */
export interface Place {
  readonly place: number;
  readonly total: number;
  readonly previousId: number | null;
  readonly nextId: number | null;
}

/** Up to which day the receipts of one account are complete, and what is missing. */
export interface AccountThrough {
  readonly iban: string;
  readonly through: Day | null;
  readonly gap: { readonly from: Day; readonly to: Day; readonly kind: string } | null;
}

export interface QueueList {
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
  readonly bankThrough: string | null;
  /** Each account with its own day, when these differ or something is missing. */
  readonly accounts: readonly AccountThrough[];
  readonly runDay: string | null;
}

/** Which tab a case lies in when more than one thing asks for somebody: the first of these. Ranks are tens, so that one can lie between. */
const FIRST: readonly StepTab[] = ["problems", "legal", "today", "visits", "caretaker", "agreements", "waiting"];

/** Every step with its tab and rank, as the statements of this room join it. */
export const stepRanks = () =>
  [...CONTACT_STEPS, ...DUTY_STEPS].map((name) => {
    const { tab, acts, comesBack = false, last = false, afterDoors = false } = stepRow(name);
    const rank = afterDoors ? 10 * FIRST.indexOf("caretaker") + 5 : 10 * FIRST.indexOf(tab);
    return { name, tab, rank, acts, comesBack, last };
  });

/** A person is needed today because of something said or broken: these rows carry the signal colour. */
const CALLS_FOR_A_PERSON: ReadonlySet<string> = new Set([
  "promise-broken",
  "instalment-missed",
  "payment-not-found",
  "agreed-moment-passed",
  "no-longer-small",
]);

/** True when someone counts on us today: a follow-up call, or a round that started after a conversation. */
export const needsPerson = (row: Pick<QueueRow, "doing" | "because">): boolean =>
  row.doing === "follow-up" || (row.doing === "call" && row.because !== null && CALLS_FOR_A_PERSON.has(row.because));

/** Counts per tab, all tabs named, the whole under `all`. */
export function countsByTab(
  rows: readonly { readonly tab: string; readonly count: number; readonly forManager: number }[],
): Record<Tab, number> {
  const counts = Object.fromEntries(TABS.map((tab) => [tab, 0])) as Record<Tab, number>;
  for (const row of rows) {
    if (row.tab in counts) counts[row.tab as Tab] += row.count;
    counts.manager += row.forManager;
    counts.all += row.count;
  }
  return counts;
}

/** Steps of one tab with their counts, the most frequent first. */
export function stepsOf(
  tab: Tab,
  rows: readonly { readonly tab: string; readonly doing: string; readonly count: number; readonly forManager: number }[],
) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const count = tab === "manager" ? row.forManager : tab === "all" || row.tab === tab ? row.count : 0;
    if (count > 0) counts.set(row.doing, (counts.get(row.doing) ?? 0) + count);
  }
  return [...counts].map(([step, count]) => ({ step, count })).sort((a, b) => b.count - a.count || a.step.localeCompare(b.step));
}

/** The address speaks Dutch: `?tab=bezoeken`. */
export const TAB_WORDS = {
  vandaag: "today",
  wacht: "waiting",
  bezoeken: "visits",
  afspraken: "agreements",
  huismeester: "caretaker",
  juridisch: "legal",
  "klopt-niet": "problems",
  leidinggevende: "manager",
  alles: "all",
} as const;

/** The word of a tab in the address: `bezoeken`. */
export const tabWord = (tab: Tab): string => Object.entries(TAB_WORDS).find(([, value]) => value === tab)?.[0] ?? "vandaag";

/** As many as one walks through in an hour; more are one click away. */
export const ROWS_SHOWN = 80;

/** The address that shows this filter; the order is fixed, so that the same list has the same address. */
export function filterHref(filter: Partial<QueueFilter>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  if (filter.tab && filter.tab !== "today") query.set("tab", tabWord(filter.tab));
  if (filter.step) query.set("stap", filter.step);
  if (filter.building) query.set("gebouw", filter.building);
  if (filter.search) query.set("zoek", filter.search);
  if (filter.rows && filter.rows !== ROWS_SHOWN) query.set("rijen", String(filter.rows));
  if (filter.chosen) query.set("dossier", String(filter.chosen));
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  const said = query.toString();
  return said ? `/werklijst?${said}` : "/werklijst";
}

/** A row of the open work with what the list is filtered by. */
export interface WorkRow extends Omit<QueueRow, "together" | "place"> {
  readonly tab: string;
  readonly doing: string;
  /** It stands under the row of this tenancy: home and garage of one person. */
  readonly leadId: number | null;
  readonly buildingCode: string | null;
  readonly forManager: boolean;
}

/** How many cases lie in each tab and wait for each step, within a building or in all. */
export function countsOf(work: readonly WorkRow[], building: string | null) {
  const counts = new Map<string, { tab: string; doing: string; count: number; forManager: number }>();
  for (const { tab, doing, leadId, buildingCode, forManager } of work) {
    if (leadId !== null || (building !== null && buildingCode !== building)) continue;
    const key = `${tab} ${doing}`;
    const one = counts.get(key) ?? { tab, doing, count: 0, forManager: 0 };
    counts.set(key, { ...one, count: one.count + 1, forManager: one.forManager + (forManager ? 1 : 0) });
  }
  return [...counts.values()];
}

/** The window moves on by this many rows, so that walking does not move it at each step. */
const STRIDE = 40;
/** Rows before the chosen one that stay in sight. */
const BEFORE = 20;

/**
 * The rows of one list (`work` is in its order already), a window of them around the chosen case, and where that one stands. With nobody
 * chosen the first row has its place.
 */
export function windowOf(work: readonly WorkRow[], filter: QueueFilter) {
  const { tab, step, building, chosen, rows: wanted } = filter;
  const list = work.filter(
    (row) =>
      row.leadId === null &&
      (tab === "all" || row.tab === tab || (tab === "manager" && row.forManager)) &&
      (step === null || row.doing === step) &&
      (building === null || row.buildingCode === building),
  );
  const at = chosen === null ? (list.length > 0 ? 0 : -1) : list.findIndex(({ tenancyId }) => tenancyId === chosen);
  const start = at >= wanted - BEFORE ? Math.max(0, Math.floor(at / STRIDE) * STRIDE - BEFORE) : 0;
  const rows = list.slice(start, start + wanted).map((row, index) => ({
    ...row,
    place: start + index + 1,
    together: work.filter(({ leadId }) => leadId === row.tenancyId),
  }));
  const idAt = (index: number) => list[index]?.tenancyId ?? null;
  const place: Place | null =
    at < 0 ? null : { place: at + 1, total: list.length, previousId: at > 0 ? idAt(at - 1) : null, nextId: idAt(at + 1) };
  return { rows, total: list.length, place, first: idAt(0) };
}

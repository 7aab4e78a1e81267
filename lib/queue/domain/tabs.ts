import { CONTACT_STEPS, DUTY_STEPS, type StepTab, stepRow } from "../../rules/steps";

/** The tabs of the work list: each open case lies in exactly one of them, `all` holds every one, `manager` those that wait for the team leader too. */
export const TABS = ["today", "waiting", "visits", "agreements", "caretaker", "legal", "problems", "manager", "all"] as const;
export type Tab = (typeof TABS)[number];

/** Which tab a case lies in when more than one thing asks for somebody: the first of these. Ranks are tens, so that one can lie between. */
const FIRST: readonly StepTab[] = ["problems", "legal", "today", "visits", "caretaker", "agreements", "waiting"];

/** Every step with its tab and rank, as the statements of this room join it. */
export const stepRanks = () =>
  [...CONTACT_STEPS, ...DUTY_STEPS].map((name) => {
    const { tab, acts, comesBack = false, last = false, afterDoors = false } = stepRow(name);
    const rank = afterDoors ? 10 * FIRST.indexOf("caretaker") + 5 : 10 * FIRST.indexOf(tab);
    return { name, tab, rank, acts, comesBack, last };
  });

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

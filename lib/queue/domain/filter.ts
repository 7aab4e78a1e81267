import type { WorkRow } from "./rows";
import { type Tab, tabWord } from "./tabs";

/** Whose cases: of who asks (and whom they stand in for), of nobody, or of one colleague by their id. */
export type Whose = "ik" | "niemand" | number;

/** In which order the rows stand; `stil` is the list's own: nearest to slipping through first. */
export const ORDERS = ["stil", "maanden", "bedrag", "naam", "adres"] as const;
export type Order = (typeof ORDERS)[number];

/** What the address of the work list says: which rows, in which order, which case, and what was just recorded. */
export interface QueueFilter {
  readonly tab: Tab;
  /** What a row is waiting for: a step of the ladder, or one of the queue's own words. */
  readonly step: string | null;
  /** The code of a building, or a whole place: `plaats:Rotterdam`. */
  readonly building: string | null;
  readonly whose: Whose | null;
  /** At least so many months behind. */
  readonly months: number | null;
  readonly order: Order;
  readonly search: string | null;
  readonly chosen: number | null;
  /** How many rows to show. */
  readonly rows: number;
}

/** As many as one walks through in an hour; more are one click away. */
export const ROWS_SHOWN = 80;

/** A building of the filter that stands for every building of a place. */
export const PLACE_PREFIX = "plaats:";

/** What stays when one goes to another tab: everything but the step, as each step lies in one tab only. */
export const acrossTabs = ({ building, whose, months, order }: QueueFilter): Partial<QueueFilter> => ({
  building,
  whose,
  months,
  order,
});

/** True when something narrows the list, apart from its tab. */
export const isNarrowed = ({ step, building, whose, months }: QueueFilter): boolean =>
  [step, building, whose, months].some((one) => one !== null);

/** The address that shows this filter; the order is fixed, so that the same list has the same address. */
export function filterHref(filter: Partial<QueueFilter>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  if (filter.tab && filter.tab !== "today") query.set("tab", tabWord(filter.tab));
  if (filter.step) query.set("stap", filter.step);
  if (filter.building) query.set("gebouw", filter.building);
  if (filter.whose) query.set("wie", String(filter.whose));
  if (filter.months) query.set("maanden", String(filter.months));
  if (filter.order && filter.order !== "stil") query.set("volgorde", filter.order);
  if (filter.search) query.set("zoek", filter.search);
  if (filter.rows && filter.rows !== ROWS_SHOWN) query.set("rijen", String(filter.rows));
  if (filter.chosen) query.set("dossier", String(filter.chosen));
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  const said = query.toString();
  return said ? `/werklijst?${said}` : "/werklijst";
}

/**
 * Whether a row is asked for by everything but tab and step. `mine` are the colleagues whose cases count as one's own: oneself, and who is
 * away and stood in for.
 */
export function isAskedFor(
  row: WorkRow,
  { building, whose, months }: Pick<QueueFilter, "building" | "whose" | "months">,
  mine: ReadonlySet<number>,
): boolean {
  if (building?.startsWith(PLACE_PREFIX)) {
    if (row.city !== building.slice(PLACE_PREFIX.length)) return false;
  } else if (building !== null && row.buildingCode !== building) return false;
  if (months !== null && row.monthsBehind < months) return false;
  if (whose === null) return true;
  if (whose === "niemand") return row.ownerId === null || row.ownerLeft;
  return row.ownerId !== null && (whose === "ik" ? mine.has(row.ownerId) : row.ownerId === whose);
}

const { compare: byText } = new Intl.Collator("nl", { numeric: true });
const IN_ORDER: Readonly<Record<Exclude<Order, "stil">, (a: WorkRow, b: WorkRow) => number>> = {
  maanden: (a, b) => b.monthsBehind - a.monthsBehind,
  bedrag: (a, b) => Number(BigInt(b.overdueCents) - BigInt(a.overdueCents)),
  naam: (a, b) => byText(a.lastName ?? "", b.lastName ?? ""),
  adres: (a, b) => byText(`${a.city} ${a.street} ${a.houseNumber}`, `${b.city} ${b.street} ${b.houseNumber}`),
};

const sorted = new WeakMap<readonly WorkRow[], Map<Order, readonly WorkRow[]>>();

/** The rows in the order asked for; equals keep the list's own order. The same rows are sorted once for everybody. */
export function inOrder(rows: readonly WorkRow[], order: Order): readonly WorkRow[] {
  if (order === "stil") return rows;
  const known = sorted.get(rows) ?? new Map<Order, readonly WorkRow[]>();
  sorted.set(rows, known);
  const made = known.get(order) ?? rows.toSorted(IN_ORDER[order]);
  known.set(order, made);
  return made;
}

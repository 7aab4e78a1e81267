import { z } from "zod";
import type { QueueFilter } from "./domain";
import { TABS } from "./domain";

const TAB_WORDS = {
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

/** The address speaks Dutch: `?tab=bezoeken`. */
export const tabWord = (tab: (typeof TABS)[number]): string =>
  Object.entries(TAB_WORDS).find(([, value]) => value === tab)?.[0] ?? "vandaag";

export const ROWS_SHOWN = 200;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const text = z.preprocess(first, z.string().trim().min(1).max(100).nullable().catch(null).default(null));
const number = z.preprocess(first, z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null).default(null));

const addressSchema = z.object({
  tab: z.preprocess(
    first,
    z
      .enum(Object.keys(TAB_WORDS) as [keyof typeof TAB_WORDS])
      .catch("vandaag")
      .default("vandaag"),
  ),
  stap: text,
  gebouw: text,
  zoek: text,
  dossier: number,
  rijen: number,
});

/** Reads the address of the work list; what is not understood counts as not said. */
export function readFilter(query: Record<string, string | string[] | undefined>): QueueFilter {
  const said = addressSchema.parse(query);
  return {
    tab: TAB_WORDS[said.tab],
    step: said.stap,
    building: said.gebouw,
    search: said.zoek,
    chosen: said.dossier,
    rows: Math.min(said.rijen ?? ROWS_SHOWN, 5_000),
  };
}

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

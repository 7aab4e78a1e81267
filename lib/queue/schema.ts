import { z } from "zod";
import { type QueueFilter, ROWS_SHOWN, TAB_WORDS } from "./domain";

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

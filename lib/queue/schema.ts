import { z } from "zod";
import { rowId, ticked } from "@/lib/forms/schema";
import { filterHref, ORDERS, type QueueFilter, ROWS_SHOWN } from "./domain/filter";
import { TAB_WORDS } from "./domain/tabs";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const text = z.preprocess(first, z.string().trim().min(1).max(100).nullable().catch(null).default(null));
/** A key is longer than the words behind it. */
const searched = z.preprocess(first, z.string().trim().min(1).max(600).nullable().catch(null).default(null));
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
  wie: z.preprocess(
    first,
    z
      .union([z.enum(["ik", "niemand"]), z.coerce.number().int().positive().max(2_147_483_647)])
      .nullable()
      .catch(null)
      .default(null),
  ),
  maanden: number,
  volgorde: z.preprocess(first, z.enum(ORDERS).catch("stil").default("stil")),
  zoek: searched,
  dossier: number,
  rijen: number,
});

/** A view is an address of the list itself, without the case that was open. */
export const saveViewSchema = z.object({
  name: z.string("queue.field.name").trim().min(1, "queue.field.name").max(40, "queue.field.long"),
  address: z
    .string()
    .max(500)
    .regex(/^\/werklijst(\?[^#\s]*)?$/)
    .transform((address) => {
      const query = readFilter(Object.fromEntries(new URL(address, "http://list.invalid").searchParams));
      return filterHref({ ...query, chosen: null, search: null });
    }),
  shared: ticked,
});
export type SaveViewInput = z.output<typeof saveViewSchema>;
/** Looking for somebody: the words, and where what is found is shown. */
export const searchSchema = z.object({
  zoek: z.string().trim().max(100, "queue.field.search").optional(),
  to: z.enum(["/werklijst", "/huurder-belt", "/te-plaatsen"]),
  regel: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});
export const removeViewSchema = z.object({ viewId: rowId() });

/** Reads the address of the work list; what is not understood counts as not said. */
export function readFilter(query: Record<string, string | string[] | undefined>): QueueFilter {
  const said = addressSchema.parse(query);
  return {
    tab: TAB_WORDS[said.tab],
    step: said.stap,
    building: said.gebouw,
    whose: said.wie,
    months: said.maanden,
    order: said.volgorde,
    search: said.zoek,
    chosen: said.dossier,
    rows: Math.min(said.rijen ?? ROWS_SHOWN, 5_000),
  };
}

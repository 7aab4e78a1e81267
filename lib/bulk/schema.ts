import { z } from "zod";
import { formId, optional, rowId, typedDay } from "@/lib/forms/schema";
import { HOLD_REASONS } from "@/lib/holds/domain";
import { BULK_ACTS, type BulkParams, LIST_ACTS, type ListAct, MOST_ROWS } from "./domain/bulk";

const ids = z
  .string("bulk.field.rows")
  .regex(/^\d{1,9}(?:,\d{1,9})*$/, "bulk.field.rows")
  .transform((text) => [...new Set(text.split(",").map(Number))])
  .refine((all) => all.length <= MOST_ROWS, "bulk.field.many");

/** What is asked for many at once; the rows are those that were shown. */
export const startBulkSchema = z
  .object({
    commandId: formId(),
    act: z.enum(BULK_ACTS),
    tenancyIds: ids,
    ownerId: optional(rowId()),
    reason: optional(z.enum(HOLD_REASONS)),
    reviewOn: optional(typedDay("bulk.field.day")),
  })
  .transform(({ commandId, act, tenancyIds, ownerId, reason, reviewOn }, context) => {
    const params = paramsOf(act, { ownerId, reason, reviewOn });
    if (params) return { commandId, tenancyIds, params };
    context.addIssue({ code: "custom", path: ["reviewOn"], message: "bulk.field.day" });
    return z.NEVER;
  });
export type StartBulkInput = z.output<typeof startBulkSchema>;
export const undoBulkSchema = z.object({ runId: rowId() });

type Chosen = {
  ownerId?: number | undefined;
  reason?: (typeof HOLD_REASONS)[number] | undefined;
  reviewOn?: import("../kernel/day").Day | undefined;
};
function paramsOf(act: (typeof BULK_ACTS)[number], { ownerId, reason, reviewOn }: Chosen): BulkParams | null {
  if (act === "assign") return { act, ownerId: ownerId ?? null };
  if (act !== "wait") return { act };
  return reason && reviewOn ? { act, reason, reviewOn } : null;
}

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const asked = z.object({
  doe: z.preprocess(first, z.enum(LIST_ACTS).nullable().catch(null).default(null)),
  aan: z.preprocess(
    first,
    z
      .union([z.literal("niemand"), z.coerce.number().int().positive().max(2_147_483_647)])
      .nullable()
      .catch(null)
      .default(null),
  ),
  reden: z.preprocess(first, z.enum(HOLD_REASONS).nullable().catch(null).default(null)),
  tot: z.preprocess(first, typedDay("bulk.field.day").nullable().catch(null).default(null)),
});

/** What the address asks: which act, and what was chosen for it; `params` null while something is still to be chosen. */
export function readBulk(query: Record<string, string | string[] | undefined>): {
  act: ListAct | null;
  params: BulkParams | null;
} {
  const { doe, aan, reden, tot } = asked.parse(query);
  if (doe === "assign") return { act: doe, params: aan === null ? null : { act: doe, ownerId: aan === "niemand" ? null : aan } };
  if (doe === "wait") return { act: doe, params: reden && tot ? { act: doe, reason: reden, reviewOn: tot } : null };
  return { act: doe, params: doe === "sms" ? { act: doe } : null };
}

import { z } from "zod";
import { rowId } from "@/lib/forms/schema";
import { TERM_CODES, type TermCode } from "./domain/terms";

const reason = z.string("reason").trim().min(5, "reason").max(300, "reason");

export const erasePersonSchema = z.object({ personId: rowId(), sure: z.literal("on", "sure") });
export const exportSchema = z.object({ personId: rowId(), reason });
export const holdPersonSchema = z.object({ personId: rowId(), reason });
export const endHoldSchema = z.object({ holdId: rowId() });
export const termSchema = z.object({
  code: z.enum(TERM_CODES as [TermCode, ...TermCode[]]),
  months: z.coerce.number("months").int("months").min(1, "months").max(240, "months"),
  source: reason,
});

/** What the log is asked for, in its address: days and a contract number, never a name. */
export const logSchema = z.object({
  van: z.iso.date().optional().catch(undefined),
  tot: z.iso.date().optional().catch(undefined),
  contract: z.string().trim().max(30).optional().catch(undefined),
  wie: z.coerce.number().int().positive().optional().catch(undefined),
});

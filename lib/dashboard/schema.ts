import { z } from "zod";
import { parseMonth } from "@/lib/kernel/day";
import { parseEuros } from "@/lib/kernel/money";

const period = z.string().refine((text) => parseMonth(text) !== null || /^\d{4}$/.test(text), "dashboard.pastErrorPeriod");

/** A figure of before the ledger: arrears of a month in euros, or evictions of a year as a count. */
export const pastFigureSchema = z
  .object({
    kind: z.enum(["arrears", "evictions"]),
    period,
    value: z.string(),
    source: z.string("dashboard.pastErrorSource").min(3, "dashboard.pastErrorSource").max(200),
  })
  .transform((input, context) => {
    const isMonth = parseMonth(input.period) !== null;
    if (isMonth !== (input.kind === "arrears"))
      context.addIssue({ code: "custom", path: ["period"], message: "dashboard.pastErrorPeriod" });
    const value = input.kind === "arrears" ? parseEuros(input.value) : /^\d{1,5}$/.test(input.value) ? BigInt(input.value) : null;
    if (value === null || value < 0n) {
      context.addIssue({ code: "custom", path: ["value"], message: "dashboard.pastErrorValue" });
      return z.NEVER;
    }
    return { ...input, value: BigInt(value) };
  });
export type PastFigureInput = z.infer<typeof pastFigureSchema>;

/** What a list address may ask for; anything else falls back to the list of all arrears. */
export const listSchema = z.object({
  soort: z.enum(["achterstand", "vertrokken", "zonder-woning", "uitzettingen", "vonnissen"]).catch("achterstand"),
  band: z.enum(["under1", "from1", "from2", "from3", "from4"]).optional().catch(undefined),
  gebouw: z.coerce.number().int().positive().optional().catch(undefined),
});

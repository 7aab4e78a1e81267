import { z } from "zod";
import { type Day, parseDay } from "../../kernel/day";

/** What the address of a look back says; anything that is no day, or no way of knowing, is as if it was not there. */
export const pastSchema = z.object({
  dag: z
    .string()
    .transform((text): Day | null => parseDay(text))
    .nullable()
    .catch(null)
    .default(null),
  bekend: z.enum(["toen", "nu"]).catch("nu").default("nu"),
});

import { z } from "zod";
import { parseDay } from "@/lib/kernel/day";

const LARGEST = 200_000_000;

export const offerSchema = z.object({
  files: z
    .array(z.instanceof(File))
    .min(1, "noFile")
    .refine((files) => files.reduce((sum, file) => sum + file.size, 0) <= LARGEST, "tooLarge"),
  completeThrough: z
    .string()
    .transform((text, context) => {
      const day = parseDay(text);
      if (day === null) context.addIssue({ code: "custom", message: "noDay" });
      return day ?? undefined;
    })
    .optional(),
});

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

export const uploadSchema = z.object({ uploadId: z.uuid() });
export const removeMappingSchema = z.object({ mappingId: z.coerce.number().int().min(1).max(2_147_483_647) });

/** `from.COLUMN` is a column of the file, `always.COLUMN` a text that stands on every row. */
export const mappingSchema = z
  .object({
    uploadId: z.uuid(),
    index: z.coerce.number().int().min(0),
    format: z.string(),
    name: z.string().max(60, "nameTooLong"),
  })
  .catchall(z.string().max(200))
  .transform(({ uploadId, index, format, name, ...rest }) => {
    const origins = Object.entries(rest).flatMap(([key, value]) => {
      const [way = "", column = ""] = key.split(".");
      return way === "from" || way === "always" ? [[column, { [way]: value }] as const] : [];
    });
    // A column of the file goes before a fixed text.
    const columns = Object.fromEntries(origins.sort(([, a], [, b]) => ("from" in a ? 1 : 0) - ("from" in b ? 1 : 0)));
    return { uploadId, index, format, name, columns: columns as Record<string, { from: string } | { always: string }> };
  });

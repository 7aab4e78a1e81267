import { z } from "zod";
import { type Day, parseDay } from "../kernel/day";
import type { PolicyValues, ThresholdName } from "../rules/policy";
import { FIRST_VALUES, faultsIn, THRESHOLD_NAMES, THRESHOLDS } from "../rules/thresholds";
import { readThreshold } from "./domain/typed";

const kept = Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, z.int().optional()])) as Record<
  ThresholdName,
  z.ZodOptional<z.ZodInt>
>;

/**
 * Values as a version keeps them: whole numbers within their bounds and in order. A version made before a threshold
 * existed works with the value the product came with; one that no longer exists is left where it is.
 */
export const keptValuesSchema = z.object(kept).transform((values, context): PolicyValues => {
  const complete = { ...FIRST_VALUES, ...values } as PolicyValues;
  const stands = (name: number | ThresholdName) => typeof name === "number" || values[name] !== undefined;
  for (const { threshold, code, limit } of faultsIn(complete))
    if (stands(threshold) && stands(limit)) context.addIssue({ code: "custom", path: [threshold], message: code });
  return complete;
});

const id = z.coerce.number().int().positive().max(2_147_483_647);
const reason = z.string("reason").trim().min(5, "reason").max(500, "reason");

/** The wish for another version, and why. */
export const prepareSchema = z.object({ reason });
export type PrepareInput = z.infer<typeof prepareSchema>;

/** Which version; nothing else to fill in. */
export const versionSchema = z.object({ versionId: id });
export type VersionInput = z.infer<typeof versionSchema>;

export const shadowSchema = z.object({ versionId: id, on: z.enum(["yes", "no"]).transform((answer) => answer === "yes") });
export type ShadowInput = z.infer<typeof shadowSchema>;

export const activateSchema = z.object({
  versionId: id,
  from: z.string("day").transform((text, context): Day => {
    const day = parseDay(text.trim());
    if (day) return day;
    context.addIssue({ code: "custom", message: "day" });
    return z.NEVER;
  }),
});
export type ActivateInput = z.infer<typeof activateSchema>;

const fields = Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, z.string("unclear")])) as Record<
  ThresholdName,
  z.ZodString
>;

/** A draft as its form sends it: every threshold as somebody typed it, each with its own unit and bounds. Says all that is wrong at once. */
export const editSchema = z.object({ versionId: id, reason, ...fields }).transform(({ versionId, reason, ...typed }, context) => {
  const read = THRESHOLD_NAMES.map((name) => [name, readThreshold(typed[name], THRESHOLDS[name].unit) ?? Number.NaN]);
  const values = Object.fromEntries(read) as PolicyValues;
  for (const { threshold, code } of faultsIn(values))
    context.addIssue({ code: "custom", path: [threshold], message: code === "more-than" ? `more-than-${threshold}` : code });
  return { versionId, reason, values };
});
export type EditInput = z.infer<typeof editSchema>;

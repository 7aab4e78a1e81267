import { z } from "zod";
import { faultsIn, THRESHOLD_NAMES } from "../rules/thresholds";
import type { PolicyValues, ThresholdName } from "../rules/policy";

/** Values as they are kept: whole numbers for every threshold there is, no others, within their bounds and in order. */
export const valuesSchema = z
  .strictObject(Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, z.int()])) as Record<ThresholdName, z.ZodInt>)
  .superRefine((values, context) => {
    for (const { threshold, code } of faultsIn(values as PolicyValues))
      context.addIssue({ code: "custom", path: [threshold], message: code });
  });

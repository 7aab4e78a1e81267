import { z } from "zod";

const lineId = z.coerce.number().int().positive();

export const placeSchema = z
  .object({ lineId, tenancyId: z.string().optional(), number: z.string().trim().max(50).optional() })
  .refine(({ tenancyId, number }) => Boolean(tenancyId && tenancyId !== "other") || Boolean(number), {
    message: "noTenancy",
    path: ["number"],
  });
export const lineSchema = z.object({ lineId });

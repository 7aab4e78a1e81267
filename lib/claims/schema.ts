import { z } from "zod";

/** What a browser tells while a case is open; without a tenancy none is, and it only asks who is where. */
export const claimSchema = z.object({
  tenancyId: z.number().int().positive().max(2_147_483_647).nullable(),
  calling: z.boolean().default(false),
  /** Also when a colleague has it open: they are told. */
  take: z.boolean().default(false),
});
export type ClaimInput = z.output<typeof claimSchema>;

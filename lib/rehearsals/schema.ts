import { z } from "zod";

const id = z.coerce.number().int().positive().max(2_147_483_647);

export const askSchema = z.object({ versionId: id });
export type AskInput = z.infer<typeof askSchema>;

export const readSchema = z.object({ rehearsalId: id });
export type ReadInput = z.infer<typeof readSchema>;

import { z } from "zod";
import { REPORTED } from "./domain/message";

/** A delivery report as the gateway sends it. */
export const reportSchema = z.object({
  id: z.string().min(1).max(200),
  reference: z.uuid(),
  status: z.enum(REPORTED),
  at: z.iso.datetime({ offset: true }),
});

import { z } from "zod";
import { withoutControls } from "../kernel/text";
import { REPORTED } from "./domain/message";

/** A delivery report as the gateway sends it. */
export const reportSchema = z.object({
  id: z.string().min(1).max(200),
  reference: z.uuid(),
  status: z.enum(REPORTED),
  at: z.iso.datetime({ offset: true }),
});

/** What a tenant texted back, as the gateway sends it. */
export const replySchema = z.object({
  id: z.string().min(1).max(200),
  from: z.string().min(3).max(40),
  text: z.string().max(2000).transform(withoutControls),
  at: z.iso.datetime({ offset: true }),
});

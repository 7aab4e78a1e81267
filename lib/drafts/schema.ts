import { z } from "zod";
import { withoutControls } from "../kernel/text";

const text = z.string().max(4000).transform(withoutControls);
const MOST_FIELDS = 60;

/** What the browser sends while somebody types; `fields` null throws the draft away. */
export const draftSchema = z.object({
  /** Whose page it was typed on: after another signs in, it is not theirs. */
  owner: z.number().int(),
  subject: z.string().regex(/^[a-z-]{2,30}\/[0-9a-z-]{1,40}$/),
  form: z.string().regex(/^[a-z-]{2,40}$/),
  fields: z
    .record(z.string().regex(/^[\w[\].-]{1,60}$/), z.union([text, z.array(text).max(40)]))
    .refine((fields) => Object.keys(fields).length <= MOST_FIELDS)
    .nullable(),
});
export type DraftInput = z.infer<typeof draftSchema>;

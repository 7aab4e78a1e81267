import { z } from "zod";
import { type Day, parseDay } from "../kernel/day";
import { type Cents, typedEuros } from "../kernel/money";

/** Fields as a form sends them: text. Each room gives the key of its own sentence for what cannot be read. */

export const blankIsNone = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** An empty field is an unknown one. */
export const optional = <T extends z.ZodType>(field: T) => z.preprocess(blankIsNone, field.optional());

/** The form's own id of one act: sent twice, it counts once. */
export const formId = (message?: string) => z.uuid(message);

/** The id of a row, above zero and within what PostgreSQL holds. */
export const rowId = (message?: string) =>
  z.preprocess(blankIsNone, z.coerce.number(message).int(message).positive(message).max(2_147_483_647, message));

const reading = <Read>(read: (text: string) => Read | null, message: string) =>
  z.string(message).transform((text, context): Read => {
    const found = read(text);
    if (found !== null) return found;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** A day as a date field of the browser sends it. */
export const typedDay = (message: string) => reading<Day>((text) => parseDay(text.trim()), message);

/** An amount above zero as people type it. */
export const typedAmount = (message: string) => reading<Cents>(typedEuros, message);

/** A ticked box; of several of the same name, any. */
export const ticked = z.preprocess(
  (value) => [value].flat().some((one) => one === true || one === "on" || one === "true" || one === "1"),
  z.boolean(),
);

/** A form with nothing but its button. */
export const noInput = z.object({});

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/;
/** An address the program may speak to, without a name or password in it: only over TLS, or on this machine itself. */
export const outwardAddress = (message: string) =>
  z
    .string(message)
    .trim()
    .max(300, message)
    .refine((text) => URL.parse(text)?.username === "" && (text.startsWith("https://") || LOOPBACK.test(text)), message);

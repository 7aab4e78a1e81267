import { z } from "zod";
import { formId, optional, rowId, typedAmount, typedDay } from "@/lib/forms/schema";

/** Messages are keys of i18n (`cases.field.*`). */
export const commandId = formId("cases.field.commandId");
/** The moment at which the case was shown: what a colleague recorded since is told before anything is recorded over it. */
export const shownAt = optional(z.iso.datetime().transform((text) => new Date(text)));
export const id = rowId("cases.field.id");
export const dayField = typedDay("cases.field.day");
export const amountField = typedAmount("cases.field.amount");

/** One of a closed list. */
export const oneOf = <const L extends readonly string[]>(list: L) => z.enum(list, "cases.field.choice");

/** Any number of a closed list: a form sends nothing, one text, or several. */
export const someOf = <const L extends readonly string[]>(list: L) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(oneOf(list)),
  );

export const note = optional(z.string().trim().max(2000, "cases.field.long"));
/** Why a person goes against the gate; needed only where the gate allows it. */
export const overrideNote = optional(z.string().trim().min(5, "cases.field.why").max(500, "cases.field.long"));
/** A form with nothing to fill in. */
export const nothingSchema = z.object({});

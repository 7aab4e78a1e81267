import { z } from "zod";
import { type Day, parseDay } from "@/lib/kernel/day";
import { type Cents, parseEuros } from "@/lib/kernel/money";

/** Fields as a form sends them: text. Messages are keys of i18n (`cases.field.*`). */

const blankIsNone = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** An empty field is an unknown one. */
export const optional = <T extends z.ZodType>(field: T) => z.preprocess(blankIsNone, field.optional());

/** The form's own id of one act: sent twice, it counts once. */
export const commandId = z.uuid("cases.field.commandId");

export const id = z.preprocess(
  blankIsNone,
  z.coerce.number("cases.field.id").int("cases.field.id").positive("cases.field.id").max(2_147_483_647, "cases.field.id"),
);

export const dayField = z.string("cases.field.day").transform((text, context): Day => {
  const parsed = parseDay(text.trim());
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "cases.field.day" });
  return z.NEVER;
});

/**
 * Reads an amount as people type it: `612,40`, `€ 612,40`, `1.234,56`, `612.40`.
 * @returns cents, or null when it is not an amount above zero with at most two decimals.
 */
export function typedEuros(text: string): Cents | null {
  const bare = text.replace(/[€\s\u00a0]/g, "");
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare) ? bare.replaceAll(".", "") : bare;
  const amount = parseEuros(/^\d+\.\d{1,2}$/.test(grouped) ? grouped.replace(".", ",") : grouped);
  return amount !== null && amount > 0n ? amount : null;
}

export const amountField = z.string("cases.field.amount").transform((text, context): Cents => {
  const amount = typedEuros(text);
  if (amount !== null) return amount;
  context.addIssue({ code: "custom", message: "cases.field.amount" });
  return z.NEVER;
});

/** A ticked box of a form. */
export const ticked = z.preprocess((value) => value === true || value === "on" || value === "true" || value === "1", z.boolean());

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

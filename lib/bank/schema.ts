import { z } from "zod";

const id = z.coerce.number().int().positive().max(2_147_483_647);
/** The form's own id of one act: sent twice, it counts once. */
const commandId = z.uuid();
const listOf = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(field).max(20));
const ticked = z.preprocess((value) => value === true || value === "on" || value === "true" || value === "1", z.boolean());

/** `612,40`, `1.234,56` or `612.40` as cents; null when it is no amount above zero. */
export function typedCents(text: string): bigint | null {
  const bare = text
    .replace(/[€\s\u00a0]/g, "")
    .replace(/\.(?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  const [, euros, decimals = ""] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(bare) ?? [];
  const cents = euros === undefined ? 0n : BigInt(euros) * 100n + BigInt(decimals.padEnd(2, "0"));
  return cents > 0n ? cents : null;
}
const cents = z.string().transform((text, context): bigint => {
  const read = typedCents(text);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "badAmount" });
  return z.NEVER;
});

/** A whole line for the chosen suggestion (`tenancyId`), or for the contract with this number. */
export const placeSchema = z
  .object({
    commandId,
    lineId: id,
    tenancyId: z.string().optional(),
    number: z.string().trim().max(50).optional(),
    learn: ticked,
  })
  .refine(({ tenancyId, number }) => Boolean(tenancyId && tenancyId !== "other") || Boolean(number), {
    message: "noTenancy",
    path: ["number"],
  });

/** A line divided: contract numbers, amounts and, where one is meant, charges, each in the same order. */
export const splitSchema = z
  .object({
    commandId,
    lineId: id,
    number: listOf(z.string().trim().max(50)),
    amount: listOf(cents),
    charge: listOf(z.string().regex(/^\d*$/)),
  })
  .refine(({ number, amount }) => number.length === amount.length, { message: "oneAmountEach", path: ["amount"] });

export const ASIDE_REASONS = ["not-rent", "other-corporation", "refund-due", "internal", "other"] as const;
export const asideSchema = z.object({ commandId, lineId: id, reason: z.enum(ASIDE_REASONS, "chooseReason") });
export const lineSchema = z.object({ commandId, lineId: id });
export const ibanSchema = z.object({ commandId, ibanId: id });

import { z } from "zod";
import { type Day, parseDay } from "@/lib/kernel/day";

const id = z.coerce.number().int().positive().max(2_147_483_647);
/** The form's own id of one act: sent twice, it counts once. */
const commandId = z.uuid();
const ticked = z.preprocess((value) => [value].flat().some((one) => one === true || one === "on"), z.boolean());

const dayField = z.string().transform((text, context): Day => {
  const read = parseDay(text.trim());
  if (read) return read;
  context.addIssue({ code: "custom", message: "badDay" });
  return z.NEVER;
});

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
/** A whole line for the chosen suggestion (`tenancyId`), or for the contract with this number. */
export const allocateSchema = z
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

export const MOST_PARTS = 6;
/** A line divided: in row N a contract `numberN`, its `amountN` and, where one is meant, the `chargeN` it is for. Empty rows do not count. */
export const splitSchema = z.looseObject({ commandId, lineId: id }).transform((given, context) => {
  const cell = (name: string, at: number) => String(given[`${name}${at}`] ?? "").trim();
  const parts = Array.from({ length: MOST_PARTS }, (_, at) => {
    const [number, amount, charge] = [cell("number", at), cell("amount", at), cell("charge", at)];
    const cents = typedCents(amount);
    if (amount !== "" && cents === null) context.addIssue({ code: "custom", message: "badAmount", path: [`amount${at}`] });
    if (amount !== "" && number === "") context.addIssue({ code: "custom", message: "noTenancy", path: [`number${at}`] });
    return amount === ""
      ? null
      : { number, cents: cents ?? 0n, chargeId: /^\d{1,18}$/.test(charge) ? BigInt(charge) : undefined };
  });
  return { commandId: given.commandId, lineId: given.lineId, parts: parts.filter((part) => part !== null) };
});

export const ASIDE_REASONS = ["not-rent", "other-corporation", "refund-due", "internal", "other"] as const;
export const asideSchema = z.object({ commandId, lineId: id, reason: z.enum(ASIDE_REASONS, "chooseReason") });
export const designationSchema = z.object({ commandId, paymentId: z.string().regex(/^[0-9]{1,18}$/) });
export const lineSchema = z.object({ commandId, lineId: id });
export const ibanSchema = z.object({ commandId, ibanId: id });
export const gapSchema = z.object({ commandId, gapId: id });
export const RECEIPT_SOURCES = ["first", "bank", "erp"] as const;
export const receiptSourceSchema = z.object({
  commandId,
  accountId: z.preprocess((value) => (value === "all" || value === undefined ? null : value), id.nullable()),
  source: z.enum(RECEIPT_SOURCES),
  from: dayField,
});
export const PAYMENT_KINDS = ["pin", "cash", "link", "collection"] as const;
export const paymentSchema = z.object({
  commandId,
  number: z.string("noTenancy").trim().max(50),
  kind: z.enum(PAYMENT_KINDS),
  cents: z.string().transform((text, context): bigint => {
    const read = typedCents(text);
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: "badAmount" });
    return z.NEVER;
  }),
  receiptNumber: z.string().trim().max(60).optional(),
  day: dayField,
});
export const withdrawSchema = z.object({ commandId, paymentId: id });

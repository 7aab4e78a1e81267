import { z } from "zod";
import { formId, rowId, ticked, typedAmount, typedDay } from "@/lib/forms/schema";
import { typedEuros } from "@/lib/kernel/money";
import { ASIDE_REASONS, PAYMENT_KINDS, RECEIPT_SOURCES } from "./domain/choices";

const id = rowId();
const commandId = formId();
const dayField = typedDay("badDay");

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
    const cents = typedEuros(amount);
    if (amount !== "" && cents === null) context.addIssue({ code: "custom", message: "badAmount", path: [`amount${at}`] });
    if (amount !== "" && number === "") context.addIssue({ code: "custom", message: "noTenancy", path: [`number${at}`] });
    return amount === ""
      ? null
      : { number, cents: cents ?? 0n, chargeId: /^\d{1,18}$/.test(charge) ? BigInt(charge) : undefined };
  });
  return { commandId: given.commandId, lineId: given.lineId, parts: parts.filter((part) => part !== null) };
});

export const asideSchema = z.object({ commandId, lineId: id, reason: z.enum(ASIDE_REASONS, "chooseReason") });
export const designationSchema = z.object({ commandId, paymentId: z.string().regex(/^[0-9]{1,18}$/) });
export const lineSchema = z.object({ commandId, lineId: id });
export const ibanSchema = z.object({ commandId, ibanId: id });
export const gapSchema = z.object({ commandId, gapId: id });
export const receiptSourceSchema = z.object({
  commandId,
  accountId: z.preprocess((value) => (value === "all" || value === undefined ? null : value), id.nullable()),
  source: z.enum(RECEIPT_SOURCES),
  from: dayField,
});
export const paymentSchema = z.object({
  commandId,
  number: z.string("noTenancy").trim().max(50),
  kind: z.enum(PAYMENT_KINDS),
  cents: typedAmount("badAmount"),
  receiptNumber: z.string().trim().max(60).optional(),
  day: dayField,
});
export const withdrawSchema = z.object({ commandId, paymentId: id });

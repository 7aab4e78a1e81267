import { z } from "zod";
import { optional, ticked } from "@/lib/forms/schema";
import { EVICTION_REASONS, HOUSEHOLDS, LEGAL_STEP_KINDS } from "@/lib/legal/domain";
import { REFERRAL_RESULTS } from "@/lib/referrals/domain";
import { commandId, dayField, id, note, oneOf, shownAt } from "./fields";

/** The letter was printed and posted today. */
/** All letters that wait, to be made. */
export const printLettersSchema = z.object({ commandId });
export type PrintLettersInput = z.output<typeof printLettersSchema>;

const PRINTS = /^\d{1,9}(?:,\d{1,9}){0,999}$/;
/** The very prints that went on the post. */
export const sendLettersSchema = z.object({
  commandId,
  prints: z
    .string()
    .regex(PRINTS, "cases.field.id")
    .transform((text) => text.split(",").map(Number)),
});
export type SendLettersInput = z.output<typeof sendLettersSchema>;

/** Makes the letter, to be read, printed and posted. */
export const printLetterSchema = z.object({ commandId, shownAt, letterId: id });
export type PrintLetterInput = z.output<typeof printLetterSchema>;

export const sendLetterSchema = z.object({ commandId, shownAt, letterId: id });
export type SendLetterInput = z.output<typeof sendLetterSchema>;

export const objectToSharingSchema = z.object({ commandId, shownAt, tenancyId: id, note });
export type ObjectToSharingInput = z.output<typeof objectToSharingSchema>;

/** A person confirms the report to the municipality; `warmHandover`: the tenant said yes aloud to a warm hand-over. */
export const reportSchema = z.object({
  commandId,
  shownAt,
  referralId: id,
  warmHandover: ticked,
  receipt: optional(z.string().trim().max(100, "cases.field.long")),
});
export type ReportInput = z.output<typeof reportSchema>;

/** `help-accepted` makes a pause with this review day (28 days when left empty). */
export const recordAnswerSchema = z.object({
  commandId,
  shownAt,
  referralId: id,
  result: oneOf(REFERRAL_RESULTS),
  answeredOn: dayField,
  reviewOn: optional(dayField),
});
export type RecordAnswerInput = z.output<typeof recordAnswerSchema>;

/** What was agreed, confirmed in a letter. */
export const askLetterSchema = z.object({ commandId, tenancyId: id, kind: oneOf(["confirm-promise", "confirm-arrangement"]) });
/** It need not go out after all. */
export const withdrawLetterSchema = z.object({ commandId, letterId: id });
export type WithdrawLetterInput = z.output<typeof withdrawLetterSchema>;

export const recordLegalStepSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  kind: oneOf(LEGAL_STEP_KINDS),
  day: dayField,
  detail: note,
});
export type RecordLegalStepInput = z.output<typeof recordLegalStepSchema>;

export const recordEvictionSchema = z.object({
  commandId,
  shownAt,
  tenancyId: id,
  carriedOutOn: dayField,
  reason: oneOf(EVICTION_REASONS),
  household: oneOf(HOUSEHOLDS),
  note,
});
export type RecordEvictionInput = z.output<typeof recordEvictionSchema>;

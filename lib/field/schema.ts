import { z } from "zod";
import { formId } from "@/lib/forms/schema";
import { FORMS } from "./domain/token";

const word = (most: number) =>
  z
    .string()
    .regex(/^[\w-]*$/)
    .min(1)
    .max(most);
const uuid = z.uuid();
const id = z.number().int().positive().max(2_147_483_647);
/** A clock may stand in 1970; not further. */
const offset = z.number().int().min(-4e12).max(4e12);

/** An envelope as a phone sends it. */
export const envelopeSchema = z.object({
  id: uuid,
  keyId: word(40),
  form: z.enum(FORMS),
  point: word(120),
  iv: word(24),
  box: word(40_000),
});

/** What a token of ours says. */
export const tokenSchema = z.object({
  handout: uuid,
  staffId: id,
  device: uuid,
  deviceName: z.string(),
  doors: z.array(z.string()),
  handedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** What a phone asks a day with. */
export const askSchema = z.object({ device: uuid, deviceName: z.string().trim().max(80) });

/** Which envelopes a phone holds a receipt of. */
export const standSchema = z.object({ ids: z.array(uuid).max(2000) });

const PARTS = ["morning", "afternoon", "evening"] as const;
/** Told with every form: the clock of the phone, how far it was off when the day was handed out, and when it was if not now. */
const moment = z.object({
  phoneAt: z.iso.datetime(),
  offsetMs: offset,
  when: z.object({ day: z.iso.date(), part: z.enum(PARTS) }).optional(),
});
const answers = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));

/** What an opened envelope holds; the answers themselves are checked by the desk's own form. */
export const visitSchema = z.object({ moment, visitId: id, answers });
export const ringSchema = z.object({ moment, taskId: id, result: z.string() });
export const correctionSchema = z.object({ moment, envelopeId: uuid, reason: z.string().trim().min(1).max(500) });

/** What a colleague does with it at the office. */
export const settleSchema = z.object({
  commandId: formId(),
  envelopeId: uuid,
  note: z.string("field.office.note").trim().min(3, "field.office.note").max(500, "field.office.note"),
});
export type SettleInput = z.output<typeof settleSchema>;
export const countSchema = z.object({ commandId: formId(), envelopeId: uuid });
export type CountInput = z.output<typeof countSchema>;
export const revokeSchema = z.object({ commandId: formId(), handoutId: uuid });
export type RevokeInput = z.output<typeof revokeSchema>;

import { z } from "zod";
import { optional, ticked } from "@/lib/forms/schema";
import { SCOPES } from "@/lib/tenancies/domain/authority";
import { commandId, dayField, id, note, oneOf, shownAt } from "./fields";

/** A death that was checked: from now on it counts. */
export const recordDeathSchema = z.object({ commandId, shownAt, tenancyId: id, personId: id, deceasedOn: dayField });
export type RecordDeathInput = z.output<typeof recordDeathSchema>;

/** A number the desk learned; recognised as mobile or landline by the product. */
export const addNumberSchema = z.object({
  commandId,
  tenancyId: id,
  personId: id,
  number: z.string("cases.field.number").trim().min(5, "cases.field.number").max(30, "cases.field.number"),
});
export type AddNumberInput = z.output<typeof addNumberSchema>;

/** Who answers for a case; empty: nobody in particular. */
export const assignSchema = z.object({ commandId, tenancyId: id, ownerId: optional(id) });
export type AssignInput = z.output<typeof assignSchema>;

/** Somebody who may speak for the tenant: about everything, or only when and how to meet; without an end until it is taken back. */
export const authoriseSchema = z.object({
  commandId,
  tenancyId: id,
  initials: optional(z.string().trim().max(20, "cases.field.long")),
  prefix: optional(z.string().trim().max(20, "cases.field.long")),
  lastName: z.string("cases.field.lastName").trim().min(1, "cases.field.lastName").max(80, "cases.field.long"),
  number: optional(z.string().trim().min(5, "cases.field.number").max(30, "cases.field.number")),
  scope: oneOf(SCOPES),
  until: optional(dayField),
});
export type AuthoriseInput = z.output<typeof authoriseSchema>;
export const endAuthoritySchema = z.object({ commandId, tenancyId: id, personId: id });
export type EndAuthorityInput = z.output<typeof endAuthoritySchema>;

/** Somebody found out what was the matter. */
export const resolveProblemSchema = z.object({ commandId, problemId: id, note });
export type ResolveProblemInput = z.output<typeof resolveProblemSchema>;

const person = { commandId, tenancyId: id, personId: id };

/** Wants no SMS, or wants them again. */
export const smsWishSchema = z.object({ ...person, noSms: ticked });
export type SmsWishInput = z.output<typeof smsWishSchema>;

/** A language by its name, not a remark about somebody. Empty: Dutch, or not known. */
export const languageSchema = z.object({
  ...person,
  language: optional(
    z
      .string()
      .trim()
      .max(40, "cases.field.long")
      .regex(/^[\p{L}\p{M}' ()-]+$/u, "cases.field.language"),
  ),
});
export type LanguageInput = z.output<typeof languageSchema>;

/** Empty: no preference. */
export const preferenceSchema = z.object({ ...person, prefers: optional(oneOf(["call", "visit"])) });
export type PreferenceInput = z.output<typeof preferenceSchema>;

/** What visitors must know, or that there is nothing to know any more; one of the two is said. */
export const safetyNoteSchema = z
  .object({
    ...person,
    gone: ticked,
    safetyNote: optional(z.string().trim().max(300, "cases.field.long")),
    safetyUntil: optional(dayField),
  })
  .refine(({ gone, safetyNote }) => gone === (safetyNote === undefined), { path: ["safetyNote"], message: "cases.field.text" });
export type SafetyNoteInput = z.output<typeof safetyNoteSchema>;

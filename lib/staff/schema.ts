import { z } from "zod";
import { optional, rowId, typedDay } from "@/lib/forms/schema";
import { LANGUAGES } from "@/lib/i18n/language";
import { ROLES } from "./domain/sign-in";

const email = z
  .string()
  .max(200)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email("email"));
/** One that somebody chooses; whether it is a good one is said where it is known whose it is. */
const password = z.string("passwordMissing").max(1000, "passwordLong");
const staffId = z.coerce.number().int().positive();

export const languageSchema = z.object({ language: z.enum(LANGUAGES) });
export const addStaffSchema = z.object({
  email,
  name: z.string().trim().min(2).max(100),
  firstName: z.string().trim().min(1).max(50),
  role: z.enum(ROLES),
  phone: z.string().trim().max(30).optional(),
  password,
});
export type NewStaff = z.infer<typeof addStaffSchema>;
export const endSessionSchema = z.object({ sessionId: z.uuid() });
export const setActiveSchema = z.object({ staffId, active: z.enum(["yes", "no"]).transform((answer) => answer === "yes") });
export const setPasswordSchema = z.object({ staffId, password });
/** The office as tenants know it; without a name and a number no message can be made. */
export const officeSchema = z.object({
  name: z.string("staff.field.officeName").trim().min(2, "staff.field.officeName").max(80),
  teamNumber: z
    .string("staff.field.officeNumber")
    .trim()
    .regex(/^[+\d][\d ()-]{5,29}$/, "staff.field.officeNumber"),
  hours: optional(z.string().trim().max(60)),
  letterhead: optional(z.string().trim().max(300)),
  dropIn: optional(z.string().trim().max(80)),
});
export type OfficeInput = z.output<typeof officeSchema>;

/** Another caretaker for a period. */
export const caretakerCoverSchema = z.object({
  of: rowId("staff.field.caretaker"),
  by: rowId("staff.field.caretaker"),
  fromDay: typedDay("staff.field.day"),
  untilDay: typedDay("staff.field.day"),
});
export type CaretakerCoverInput = z.output<typeof caretakerCoverSchema>;
export const endCaretakerCoverSchema = z.object({
  by: rowId("staff.field.caretaker"),
  untilDay: typedDay("staff.field.day"),
});
export type EndCaretakerCoverInput = z.output<typeof endCaretakerCoverSchema>;

/** Away through a day, with who stands in; both empty: back. */
export const coverSchema = z
  .object({ awayUntil: optional(typedDay("staff.field.day")), coveredBy: optional(rowId("staff.field.colleague")) })
  .refine(({ awayUntil, coveredBy }) => (awayUntil === undefined) === (coveredBy === undefined), {
    path: ["coveredBy"],
    message: "staff.field.colleague",
  });
export type CoverInput = z.output<typeof coverSchema>;

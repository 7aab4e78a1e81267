import { z } from "zod";
import { optional, rowId, typedDay } from "@/lib/forms/schema";
import { LANGUAGES } from "@/lib/i18n/language";
import { ROLES } from "./domain";

const SHORTEST_PASSWORD = 10;

const email = z
  .string()
  .max(200)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email("email"));
const password = z.string().min(SHORTEST_PASSWORD, "passwordShort").max(200, "passwordLong");
const staffId = z.coerce.number().int().positive();

export const signInSchema = z.object({
  email: z.string("emailMissing").max(200),
  password: z.string("passwordMissing").max(200),
  to: z.string().max(500).optional(),
});
export const noInput = z.object({});
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
export const setActiveSchema = z.object({ staffId, active: z.enum(["yes", "no"]).transform((answer) => answer === "yes") });
export const setPasswordSchema = z.object({ staffId, password });
/** Away through a day, with who stands in; both empty: back. */
export const coverSchema = z
  .object({ awayUntil: optional(typedDay("staff.field.day")), coveredBy: optional(rowId("staff.field.colleague")) })
  .refine(({ awayUntil, coveredBy }) => (awayUntil === undefined) === (coveredBy === undefined), {
    path: ["coveredBy"],
    message: "staff.field.colleague",
  });
export type CoverInput = z.output<typeof coverSchema>;
export const endSessionSchema = z.object({ sessionId: z.uuid() });

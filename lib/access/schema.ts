import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { optional, outwardAddress, ticked } from "@/lib/forms/schema";
import { ROLES } from "@/lib/staff/domain/sign-in";

const staffId = z.coerce.number().int().positive();
/** One that somebody chooses; whether it is a good one is said where it is known whose it is. */
const password = z.string("passwordMissing").max(1000, "passwordLong");

const typedPassword = z.string("passwordMissing").max(1000);

export const signInSchema = z.object({
  email: z.string("emailMissing").max(200),
  password: typedPassword,
  code: optional(z.string().max(60)),
  to: z.string().max(500).optional(),
});

/** Codes of an app, and recovery codes. */
export const codeSchema = z.object({
  code: z.string("codeMissing").trim().min(6, "codeMissing").max(60, "codeMissing"),
  to: z.string().max(500).optional(),
});
export const changePasswordSchema = z.object({ current: typedPassword, password, to: z.string().max(500).optional() });
export const moveAccountSchema = z.object({ staffId, to: z.enum(["organisation", "here"]) });
export const linkForSchema = z.object({ staffId });
export const passwordLinkSchema = z.object({ word: z.string().regex(/^[\w-]{20,64}$/, "linkOver"), password });

const signed = z
  .string("passkeyRefused")
  .max(20_000, "passkeyRefused")
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "passkeyRefused" });
      return z.NEVER;
    }
  });
/** What a browser signed, as it said it; the library reads and refuses what is in it. */
const responseOf = <Response>() =>
  signed.pipe(
    z.custom<Response>(
      (value) =>
        z
          .object({ id: z.string().max(2000) })
          .loose()
          .safeParse(value).success,
      "passkeyRefused",
    ),
  );
export const addPasskeySchema = z.object({
  challengeId: z.uuid(),
  response: responseOf<RegistrationResponseJSON>(),
  name: z.string("passkeyName").trim().min(2, "passkeyName").max(60, "passkeyName"),
});
export const passkeySignInSchema = z.object({
  challengeId: z.uuid(),
  response: responseOf<AuthenticationResponseJSON>(),
  /** Over a form that stands open: it leads nowhere. */
  again: ticked,
  to: z.string().max(500).optional(),
});
export const removePasskeySchema = z.object({ passkeyId: z.uuid() });
export const securitySchema = z.object({ factorFor: z.array(z.enum(ROLES)) });

const roleText = optional(z.string().trim().max(120));
/** The provider of the organisation. */
export const organisationSchema = z
  .object({
    name: z.string("organisationName").trim().min(2, "organisationName").max(60, "organisationName"),
    issuer: outwardAddress("issuer"),
    clientId: z.string("clientId").trim().min(1, "clientId").max(200, "clientId"),
    secret: optional(z.string().max(500)),
    "role.finance": roleText,
    "role.consultant": roleText,
    "role.caretaker": roleText,
    "role.management": roleText,
    "role.admin": roleText,
    "role.privacy": roleText,
  })
  .transform(({ name, issuer, clientId, secret, ...fields }) => {
    const roles: Partial<Record<(typeof ROLES)[number], string>> = {};
    for (const role of ROLES) {
      const word = fields[`role.${role}`];
      if (word) roles[role] = word;
    }
    return { name, issuer, clientId, secret, roles };
  });
export type OrganisationInput = z.output<typeof organisationSchema>;

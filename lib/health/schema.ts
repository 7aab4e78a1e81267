import { z } from "zod";
import { optional } from "@/lib/forms/schema";

/** Of a server of mail: a name without anything around it. */
const HOST = /^[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?$/i;
const address = z.string("health.mailServer.invalid.address").trim().max(200).pipe(z.email("health.mailServer.invalid.address"));
export const mailSchema = z.object({
  host: z.string("health.mailServer.invalid.host").trim().regex(HOST, "health.mailServer.invalid.host"),
  port: z.coerce
    .number("health.mailServer.invalid.port")
    .int("health.mailServer.invalid.port")
    .min(1, "health.mailServer.invalid.port")
    .max(65_535, "health.mailServer.invalid.port"),
  user: optional(z.string().trim().max(200)),
  secret: optional(z.string().max(500)),
  from: address,
  to: address,
});
export type MailInput = z.output<typeof mailSchema>;

import { z } from "zod";
import { formId, optional, outwardAddress } from "../forms/schema";
import { withoutControls } from "../kernel/text";
import { REPORTED } from "./domain/message";
import { asRecipient } from "./domain/recipient";
import { PROVIDERS, senderProblem } from "./domain/sender";
import { TEXT_KINDS } from "./domain/texts";

/** Of a gateway, who may write anything: no database keeps a control sign. */
const kept = (most: number) => z.string().max(most).transform(withoutControls).pipe(z.string().min(1));

/** A delivery report as the gateway sends it. */
export const reportSchema = z.object({
  id: kept(200),
  reference: z.uuid(),
  status: z.enum(REPORTED),
  at: z.iso.datetime({ offset: true }),
});

/** What a tenant texted back, as the gateway sends it. */
export const replySchema = z.object({
  id: kept(200),
  from: z.string().min(3).max(40).transform(withoutControls),
  text: z.string().max(2000).transform(withoutControls),
  at: z.iso.datetime({ offset: true }),
});

const words = {
  kind: z.enum(TEXT_KINDS),
  title: optional(z.string().trim().max(100)),
  body: z.string("contact.text.empty").trim().min(1, "contact.text.empty").max(4000),
};
/** The contract whose case the words are shown with; empty: an invented tenant. */
export const previewTextSchema = z.object({ ...words, number: optional(z.string().trim().max(40)) });
export const saveTextSchema = z.object({ commandId: formId(), ...words });
export type SaveTextInput = z.output<typeof saveTextSchema>;

/** Which gateway, and who we are there. */
export const gatewaySchema = z.object({
  provider: z.enum(PROVIDERS, "contact.gateway.invalid.provider"),
  url: optional(outwardAddress("contact.gateway.invalid.url")),
  sender: optional(
    z
      .string()
      .trim()
      .refine((text) => senderProblem(text) === null, "contact.gateway.invalid.sender"),
  ),
  account: optional(z.string().trim().max(100, "contact.gateway.invalid.account")),
  secret: optional(z.string().trim().max(500, "contact.gateway.invalid.secret")),
});
export type GatewayInput = z.output<typeof gatewaySchema>;
export const tryGatewaySchema = z.object({
  number: z
    .string("contact.gateway.invalid.number")
    .max(30, "contact.gateway.invalid.number")
    .transform((text) => asRecipient(text) ?? "")
    .refine((number) => number !== "", "contact.gateway.invalid.number"),
});

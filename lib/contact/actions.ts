"use server";

import { action } from "@/lib/auth/action";
import { noInput } from "@/lib/forms/schema";
import { translate } from "@/lib/i18n/translate";
import { done } from "@/lib/kernel/outcome";
import { tryGateway as attempt, setGateway as leaveBy, removeGateway as leaveNone } from "./commands/gateway";
import { saveText as save } from "./commands/text";
import { previewOf } from "./queries/preview";
import { realCase } from "./queries/real-case";
import { gatewaySchema, previewTextSchema, saveTextSchema, tryGatewaySchema } from "./schema";

export const previewText = action(
  "action:contact.previewText",
  previewTextSchema,
  async (actor, { kind, title, body, number }) => {
    const real = number ? await realCase(actor, number) : done(null);
    return real.ok ? done(await previewOf(actor, kind, { title: title ?? null, body }, real.value)) : real;
  },
);
export const saveText = action("action:contact.saveText", saveTextSchema, save);
export const setGateway = action("action:contact.setGateway", gatewaySchema, leaveBy);
export const removeGateway = action("action:contact.removeGateway", noInput, leaveNone);
export const tryGateway = action("action:contact.tryGateway", tryGatewaySchema, (actor, { number }) =>
  attempt(actor, { number, body: translate("nl")("contact.gateway.tryBody") }),
);

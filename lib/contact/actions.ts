"use server";

import { action } from "@/lib/auth/action";
import { done } from "@/lib/kernel/outcome";
import { saveText as save } from "./commands/text";
import { previewOf } from "./queries/preview";
import { realCase } from "./queries/real-case";
import { previewTextSchema, saveTextSchema } from "./schema";

export const previewText = action(
  "action:contact.previewText",
  previewTextSchema,
  async (actor, { kind, title, body, number }) => {
    const real = number ? await realCase(actor, number) : done(null);
    return real.ok ? done(await previewOf(actor, kind, { title: title ?? null, body }, real.value)) : real;
  },
);
export const saveText = action("action:contact.saveText", saveTextSchema, save);

"use server";

import { action } from "@/lib/auth/action";
import { done } from "@/lib/kernel/outcome";
import { saveText as save } from "./commands/text";
import { previewOf } from "./queries/preview";
import { previewTextSchema, saveTextSchema } from "./schema";

export const previewText = action("action:contact.previewText", previewTextSchema, async (actor, { kind, title, body }) =>
  done(await previewOf(actor, kind, { title: title ?? null, body })),
);
export const saveText = action("action:contact.saveText", saveTextSchema, save);

"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { activateVersion, setShadow as setShadowCommand, withdrawVersion } from "./commands/activate";
import { editDraft as editCommand, prepareDraft as prepareCommand } from "./commands/draft";
import { activateSchema, editSchema, prepareSchema, shadowSchema, versionSchema } from "./schema";

export const activate = action("action:policies.activate", activateSchema, activateVersion);
export const editDraft = action("action:policies.editDraft", editSchema, async (actor, input) => {
  const edited = await editCommand(actor, input);
  if (edited.ok) redirect(`/regels/${input.versionId}`);
  return edited;
});
export const prepareDraft = action("action:policies.prepareDraft", prepareSchema, async (actor, input) => {
  const made = await prepareCommand(actor, input);
  if (made.ok) redirect(`/regels/${made.value.id}/wijzigen`);
  return made;
});
export const setShadow = action("action:policies.setShadow", shadowSchema, setShadowCommand);
export const withdraw = action("action:policies.withdraw", versionSchema, withdrawVersion);

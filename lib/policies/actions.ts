"use server";

import { action } from "@/lib/auth/action";
import { activateVersion, setShadow as setShadowCommand, withdrawVersion } from "./commands/activate";
import { editDraft as editCommand, prepareDraft as prepareCommand } from "./commands/draft";
import { activateSchema, editSchema, prepareSchema, shadowSchema, versionSchema } from "./schema";

export const activate = action("action:policies.activate", activateSchema, activateVersion);
export const editDraft = action("action:policies.editDraft", editSchema, editCommand);
export const prepareDraft = action("action:policies.prepareDraft", prepareSchema, prepareCommand);
export const setShadow = action("action:policies.setShadow", shadowSchema, setShadowCommand);
export const withdraw = action("action:policies.withdraw", versionSchema, withdrawVersion);

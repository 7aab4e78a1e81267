"use server";

import { action } from "@/lib/auth/action";
import { removeView as remove, saveView as save } from "./commands";
import { removeViewSchema, saveViewSchema } from "./schema";

export const saveView = action("action:queue.saveView", saveViewSchema, save);
export const removeView = action("action:queue.removeView", removeViewSchema, remove);

"use server";

import { action } from "@/lib/auth/action";
import { askRehearsal, markRead as markReadCommand } from "./commands/ask";
import { askSchema, readSchema } from "./schema";

export const ask = action("action:rehearsals.ask", askSchema, askRehearsal);
export const markRead = action("action:rehearsals.markRead", readSchema, markReadCommand);

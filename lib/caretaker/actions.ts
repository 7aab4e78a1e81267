"use server";

import { action } from "@/lib/auth/action";
import { askCaretaker as ask, callOff as off } from "./commands/ask";
import { askCaretakerSchema, callOffSchema } from "./schema";

export const askCaretaker = action("action:caretaker.askCaretaker", askCaretakerSchema, ask);
export const callOff = action("action:caretaker.callOff", callOffSchema, off);

"use server";

import { action } from "@/lib/auth/action";
import { askCaretaker as ask, callOff as off } from "./commands/ask";
import { settleSignal as settle, tellSignal as tell, switchSignals as turn } from "./commands/signal";
import { askCaretakerSchema, callOffSchema, settleSignalSchema, switchSignalsSchema, tellSignalSchema } from "./schema";

export const askCaretaker = action("action:caretaker.askCaretaker", askCaretakerSchema, ask);
export const callOff = action("action:caretaker.callOff", callOffSchema, off);
export const settleSignal = action("action:caretaker.settleSignal", settleSignalSchema, settle);
export const switchSignals = action("action:caretaker.switchSignals", switchSignalsSchema, turn);
export const tellSignal = action("action:caretaker.tellSignal", tellSignalSchema, tell);

import { z } from "zod";
import { formId, rowId, ticked } from "@/lib/forms/schema";
import { ASKED_FOR } from "./domain/ask";
import { SIGNALS } from "./domain/signal";

export const askCaretakerSchema = z.object({
  commandId: formId(),
  tenancyId: rowId(),
  reason: z.enum(ASKED_FOR, "caretaker.field.reason"),
});
export type AskCaretakerInput = z.output<typeof askCaretakerSchema>;

export const callOffSchema = z.object({ commandId: formId(), taskId: rowId() });
export type CallOffInput = z.output<typeof callOffSchema>;

/** Early signals: switched per building, told from a closed list, looked into. */
export const switchSignalsSchema = z.object({
  commandId: formId(),
  buildingId: rowId("caretaker.field.building"),
  assessed: ticked,
});
export type SwitchSignalsInput = z.output<typeof switchSignalsSchema>;
export const tellSignalSchema = z.object({
  commandId: formId(),
  buildingId: rowId("caretaker.field.building"),
  door: z.string("caretaker.field.door").trim().min(1, "caretaker.field.door").max(20, "caretaker.field.door"),
  kind: z.enum(SIGNALS, "caretaker.field.signal"),
});
export type TellSignalInput = z.output<typeof tellSignalSchema>;
export const settleSignalSchema = z.object({ commandId: formId(), signalId: rowId() });
export type SettleSignalInput = z.output<typeof settleSignalSchema>;

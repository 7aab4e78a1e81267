import { z } from "zod";
import { formId, rowId } from "@/lib/forms/schema";
import { ASKED_FOR } from "./domain/ask";

export const askCaretakerSchema = z.object({
  commandId: formId(),
  tenancyId: rowId(),
  reason: z.enum(ASKED_FOR, "caretaker.field.reason"),
});
export type AskCaretakerInput = z.output<typeof askCaretakerSchema>;

export const callOffSchema = z.object({ commandId: formId(), taskId: rowId() });
export type CallOffInput = z.output<typeof callOffSchema>;

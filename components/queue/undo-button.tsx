"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { undoAttempt } from "@/lib/cases/actions";

/** Takes back what was just recorded; the original stays in the books, marked as undone. */
export function UndoButton({ attemptId, commandId }: { attemptId: number; commandId: string }) {
  const t = useText();
  return (
    <ActionForm action={undoAttempt} hidden={{ attemptId, commandId }} className="">
      <SubmitButton kind="plain" size="small" hotkey="Z">
        {t("queue.tray.undo")}
      </SubmitButton>
    </ActionForm>
  );
}

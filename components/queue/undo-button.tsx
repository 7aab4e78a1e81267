"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { undoAct } from "@/lib/cases/actions";

/** Takes back what was just recorded; the original stays in the books, marked as undone. */
export function UndoButton({ undoes, commandId }: { undoes: string; commandId: string }) {
  const t = useText();
  return (
    <ActionForm action={undoAct} hidden={{ undoes, commandId }} className="">
      <SubmitButton kind="plain" size="small" hotkey="Z">
        {t("queue.tray.undo")}
      </SubmitButton>
    </ActionForm>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { undoAttempt } from "@/lib/cases/actions";

/** Takes back what was just recorded; the original stays in the books, marked as undone. */
export function UndoButton({ attemptId, commandId, back }: { attemptId: number; commandId: string; back: string }) {
  const t = useText();
  const router = useRouter();
  return (
    <ActionForm action={undoAttempt} hidden={{ attemptId, commandId }} onDone={() => router.push(back)} className="">
      <SubmitButton kind="plain" size="small" hotkey="Z">
        {t("queue.tray.undo")}
      </SubmitButton>
    </ActionForm>
  );
}

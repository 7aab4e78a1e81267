"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { addNote } from "@/lib/cases/actions";
import styles from "./facts.module.css";
import { NoteText } from "./note-text";

/** A note for the team; what is typed stays when saving is refused. */
export function TeamNote({ tenancyId, commandId }: { tenancyId: number; commandId: string }) {
  const t = useText();
  const router = useRouter();
  return (
    <ActionForm
      action={addNote}
      hidden={{ commandId, tenancyId }}
      onDone={() => router.refresh()}
      className={styles.note}
      draft="notitie"
      done={t("casepage.form.done")}
    >
      <NoteText />
      <SubmitButton kind="plain" size="small">
        {t("casepage.facts.noteSave")}
      </SubmitButton>
    </ActionForm>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { undoAct } from "@/lib/cases/actions";

/** The name of a draft has letters only; twelve of those of the act tell one from another. */
const letters = (id: string) => [...id.replaceAll("-", "").slice(-12)].map((sign) => "ghijklmnop"[Number(sign)] ?? sign).join("");

/** Beside a line of what happened: it was not so. Who says it and why is kept, and so is what stood there. */
export function CorrectForm({ undoes, commandId, what }: { undoes: string; commandId: string; what: string }) {
  const t = useText();
  const router = useRouter();
  return (
    <details className="text-s text-ink-2">
      <summary className="inline-block min-h-6 cursor-pointer" aria-label={t("casepage.correct.openOf", { what })}>
        {t("casepage.correct.open")}
      </summary>
      <ActionForm
        action={undoAct}
        hidden={{ undoes, commandId, corrects: "yes" }}
        deliberate
        draft={`klopt-niet-${letters(undoes)}`}
        onDone={() => router.refresh()}
        className="form my-2 max-w-96"
      >
        <TextField
          name="reason"
          label={t("casepage.correct.reason")}
          hint={t("casepage.correct.hint")}
          maxLength={300}
          autoComplete="off"
        />
        <SubmitButton kind="plain" size="small">
          {t("casepage.correct.save")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}

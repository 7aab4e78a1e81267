"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import { logCall } from "@/lib/cases/actions";
import { NoteField } from "./call-fields";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

/** Somebody without a mandate rings: one listens, says nothing of the rent, and writes down what they told. */
export function SomebodyElseForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={logCall}
      hidden={{ commandId: model.callCommandId, tenancyId: model.tenancyId, direction: "inbound", outcome: "someone-else" }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <Notice>{t("casepage.ringing.noMandate")}</Notice>
      <NoteField />
      <FormFoot then={t("casepage.then.E")} onCancel={onCancel} />
    </ActionForm>
  );
}

"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { askCaretaker, callOff } from "@/lib/caretaker/actions";
import { ASKED_FOR } from "@/lib/caretaker/domain/ask";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

/** The caretaker rings with "kantoor zoekt contact", for whatever reason; what a colleague asked for can be called off here. */
export function CaretakerForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  const { commandId, tenancyId, askedTaskId } = model;
  if (askedTaskId !== null)
    return (
      <ActionForm action={callOff} hidden={{ commandId, taskId: askedTaskId }} onDone={onDone} done={t("casepage.form.done")}>
        <p>{t("casepage.form.caretakerAsked")}</p>
        <FormFoot save={t("casepage.form.callOff")} onCancel={onCancel} />
      </ActionForm>
    );
  return (
    <ActionForm action={askCaretaker} hidden={{ commandId, tenancyId }} onDone={onDone} done={t("casepage.form.done")}>
      <SelectField
        name="reason"
        label={t("casepage.form.caretakerReason")}
        options={ASKED_FOR.map((value) => ({ value, label: t(`caretaker.asked.${value}`) }))}
      />
      <p className="text-s text-ink-2">{t("casepage.form.caretakerHint")}</p>
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

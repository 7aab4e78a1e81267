"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { recordDeath, recordEviction, recordLegalStep } from "@/lib/cases/actions";
import { EVICTION_REASONS, HOUSEHOLDS, LEGAL_STEP_KINDS } from "@/lib/legal/domain";
import { NoteField } from "./call-fields";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

/** A step of law or a decision about one, with its day. */
export function LegalForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={recordLegalStep}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <SelectField
        name="kind"
        label={t("casepage.form.legalKind")}
        options={LEGAL_STEP_KINDS.map((value) => ({ value, label: t(`legal.kind.${value}`) }))}
      />
      <TextField type="date" name="day" label={t("casepage.form.legalDay")} defaultValue={model.day} />
      <TextAreaField name="detail" label={t("casepage.form.legalDetail")} rows={2} maxLength={2000} />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** An eviction that was carried out. */
export function EvictionForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={recordEviction}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <TextField
        type="date"
        name="carriedOutOn"
        label={t("casepage.form.carriedOutOn")}
        max={model.day}
        defaultValue={model.day}
      />
      <SelectField
        name="reason"
        label={t("casepage.form.evictionReason")}
        options={EVICTION_REASONS.map((value) => ({ value, label: t(`legal.reason.${value}`) }))}
      />
      <SelectField
        name="household"
        label={t("casepage.form.household")}
        defaultValue="unknown"
        options={HOUSEHOLDS.map((value) => ({ value, label: t(`legal.household.${value}`) }))}
      />
      <NoteField />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** A death that was checked: from now on it counts. */
export function DeathForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={recordDeath}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <SelectField name="personId" label={t("casepage.form.person")} options={model.living} />
      <TextField type="date" name="deceasedOn" label={t("casepage.form.deceasedOn")} max={model.day} />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

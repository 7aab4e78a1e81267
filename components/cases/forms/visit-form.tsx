"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { Tick } from "@/components/ui/tick";
import { askVisit, planVisit } from "@/lib/cases/actions";
import { addWorkingDays } from "@/lib/kernel/calendar";
import { ANNOUNCEMENTS, VISIT_PURPOSES } from "@/lib/visits/domain/visit";
import { NoteField } from "./call-fields";
import { DayChoice } from "./day-choice";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

const PARTS = ["morning", "afternoon", "evening"] as const;

/** A colleague asks for a visit the ladder did not ask for yet. */
export function AskVisitForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={askVisit}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <SelectField
        name="purpose"
        label={t("casepage.form.visitPurpose")}
        defaultValue="own-plan"
        options={VISIT_PURPOSES.map((value) => ({ value, label: t(`visits.purpose.${value}`) }))}
      />
      <Tick name="byTwo" label={t("casepage.form.byTwo")} />
      <NoteField />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** The day and the part of it, and how the tenant hears of it. */
export function PlanVisitForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  const days = [1, 2, 3, 4].map((ahead) => addWorkingDays(model.day, ahead));
  return (
    <ActionForm action={planVisit} hidden={{ commandId: model.commandId }} onDone={onDone} done={t("casepage.form.done")}>
      {model.visits.length > 1 ? (
        <SelectField
          name="visitId"
          label={t("casepage.form.visitPurpose")}
          options={model.visits.map(({ value, label }) => ({ value, label }))}
        />
      ) : (
        <input type="hidden" name="visitId" value={model.visits[0]?.value ?? ""} />
      )}
      <DayChoice
        name="plannedFor"
        label={t("casepage.form.plannedFor")}
        today={model.day}
        quick={days.map((day) => ({ day }))}
        chosen={days[0]}
      />
      <SelectField
        name="part"
        label={t("casepage.form.part")}
        defaultValue={model.doorPart === "evening" ? "morning" : (model.doorPart ?? "morning")}
        options={PARTS.map((value) => ({ value, label: t(`visits.part.${value}`) }))}
      />
      <SelectField
        name="announcedBy"
        label={t("casepage.form.announcedBy")}
        options={ANNOUNCEMENTS.map((value) => ({ value, label: t(`visits.announcedBy.${value}`) }))}
      />
      <div>
        <Tick name="byAppointment" label={t("casepage.form.byAppointment")} />
        <Tick name="byTwo" label={t("casepage.form.byTwo")} />
      </div>
      <TextField name="overrideNote" label={t("casepage.form.overrideMaybe")} maxLength={500} />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

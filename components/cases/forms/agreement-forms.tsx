"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { MoneyField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { Tick } from "@/components/ui/tick";
import { ARRANGEMENT_ENDS_BY_HAND } from "@/lib/arrangements/domain/arrangement";
import { endArrangement, makePromise, resolveAlreadyPaid } from "@/lib/cases/actions";
import { RESOLUTIONS } from "@/lib/contact/domain/said";
import { NoteField } from "./call-fields";
import { DayChoice, daysToPromise } from "./day-choice";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

/** A promise that came in another way than by phone: a letter, the desk, an e-mail. */
export function PromiseForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={makePromise}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <DayChoice
        name="promisedOn"
        label={t("casepage.form.promisedOn")}
        hint={t("casepage.form.promiseHint")}
        today={model.day}
        until={model.until.income}
        quick={daysToPromise(model.day, model.until.promise)}
      />
      <MoneyField name="amount" label={t("casepage.form.amount")} defaultValue={model.overdue} />
      <Tick name="incomeDay" label={t("casepage.form.incomeDay")} />
      <NoteField />
      <FormFoot then={t("casepage.then.T")} save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** Ends an arrangement by hand, saying why. */
export function EndArrangementForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={endArrangement}
      hidden={{ commandId: model.commandId, arrangementId: model.arrangementId ?? "" }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <Choices
        name="reason"
        legend={t("casepage.form.endArrangement")}
        options={ARRANGEMENT_ENDS_BY_HAND.map((value) => ({ value, label: t(`arrangements.end.${value}`) }))}
      />
      <NoteField />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** The search after "I have paid": found, or not; then somebody calls back with the answer. */
export function SearchForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={resolveAlreadyPaid}
      hidden={{ commandId: model.commandId, disclosureId: model.search?.id ?? "" }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      {model.search?.detail && <blockquote>{model.search.detail}</blockquote>}
      <Choices
        name="resolution"
        legend={t("casepage.form.resolution")}
        options={RESOLUTIONS.map((value) => ({ value, label: t(`contact.resolution.${value}`) }))}
      />
      <NoteField />
      <FormFoot onCancel={onCancel} />
    </ActionForm>
  );
}

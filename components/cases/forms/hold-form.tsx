"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { endHold, logCall, startHold } from "@/lib/cases/actions";
import { HOLD_REASONS } from "@/lib/holds/domain";
import { addDays, earliest } from "@/lib/kernel/day";
import type { DeskModel } from "../desk-model";
import { CallOverride, NoteField, SpokeWith, spokenFields } from "./call-fields";
import { DayChoice } from "./day-choice";
import { FormFoot } from "./form-foot";
import { inOneGo } from "./in-one-go";
import type { PanelProps } from "./spoken-form";

/** Days after which someone looks again, offered to pick from as far as the policy allows them. */
const REVIEW_DAYS = [7, 14, 28] as const;

const chargesChosen = (form: FormData) => form.has("charges[]");

function HoldFields({ model, one }: { model: DeskModel; one: boolean }) {
  const t = useText();
  const options = model.charges.map((charge) => ({ value: charge.value, label: charge.label, note: charge.amount }));
  return (
    <>
      <Choices
        name="charges"
        legend={t("casepage.form.holdCharges")}
        options={options}
        several
        chosen={one && options.length === 1 ? options.map((each) => each.value) : []}
      />
      <DayChoice
        name="reviewOn"
        label={t("casepage.form.reviewOn")}
        today={model.day}
        until={model.until.hold}
        chosen={earliest(addDays(model.day, REVIEW_DAYS[1]), model.until.hold)}
        quick={REVIEW_DAYS.map((days) => ({ day: addDays(model.day, days) })).filter(({ day }) => day <= model.until.hold)}
      />
    </>
  );
}

/** A pause over chosen charges until somebody looks again. */
export function HoldForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={startHold}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <SelectField
        name="reason"
        label={t("casepage.form.holdReason")}
        options={HOLD_REASONS.map((value) => ({ value, label: t(`holds.reason.${value}`) }))}
      />
      <HoldFields model={model} one />
      <NoteField />
      <FormFoot then={t("casepage.then.U")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** In a conversation: the tenant disputes charges, or waits for an allowance. The call and the pause are recorded together. */
export function HoldInCallForm({
  model,
  talk,
  onDone,
  onCancel,
  reason,
}: PanelProps & { reason: "dispute" | "allowance-pending" }) {
  const t = useText();
  const dispute = reason === "dispute";
  const action = inOneGo(
    logCall,
    spokenFields(model, talk, dispute ? "disputes" : null),
    startHold,
    dispute ? chargesChosen : undefined,
  );
  return (
    <ActionForm
      action={action}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId, reason }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <CallOverride model={model} inbound={talk.inbound} />
      {dispute && <TextAreaField name="detail" label={t("casepage.form.disputed")} rows={2} maxLength={300} />}
      <HoldFields model={model} one={!dispute} />
      <SpokeWith model={model} talk={talk} />
      {!dispute && <NoteField />}
      <FormFoot then={t(`casepage.then.${dispute ? "N" : "U"}`)} onCancel={onCancel} />
    </ActionForm>
  );
}

/** Ends a pause before its review day, or on it. */
export function EndHoldForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm action={endHold} hidden={{ commandId: model.commandId }} onDone={onDone} done={t("casepage.form.done")}>
      <Choices name="holdId" legend={t("casepage.form.endHold")} options={model.holds} chosen={model.holds[0]?.value} />
      <NoteField />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

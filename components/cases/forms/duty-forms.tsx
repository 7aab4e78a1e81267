"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { Tick } from "@/components/ui/tick";
import { askLetter, objectToSharing, printLetter, recordAnswer, report, sendLetter } from "@/lib/cases/actions";
import { REFERRAL_RESULTS } from "@/lib/referrals/domain";
import { NoteField } from "./call-fields";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

/** The written reminder: made here, read and printed, and then posted. */
export function LetterForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  const router = useRouter();
  if (model.letterId === null) return <p>{t("casepage.form.noLetter")}</p>;
  const { print, letterId } = model;
  return (
    <div className="grid gap-4">
      <ActionForm action={printLetter} hidden={{ commandId: model.callCommandId, letterId }} onDone={() => router.refresh()}>
        {print && (
          <p>
            <a href={print.href} target="_blank" rel="noreferrer">
              {t("casepage.form.letterOpen")}
            </a>{" "}
            <span className="text-s text-ink-2">{t("casepage.form.letterMade", { when: print.when })}</span>
          </p>
        )}
        <SubmitButton kind={print ? "plain" : "go"} size="small">
          {t(print ? "casepage.form.letterAgain" : "casepage.form.letterMake")}
        </SubmitButton>
      </ActionForm>
      <ActionForm
        action={sendLetter}
        deliberate
        hidden={{ commandId: model.commandId, letterId }}
        onDone={onDone}
        done={t("casepage.form.done")}
      >
        <p>{t("casepage.form.letterText")}</p>
        <FormFoot save={t("casepage.button.letter")} onCancel={onCancel} />
      </ActionForm>
    </div>
  );
}

/** What was agreed, confirmed in a letter that waits with the others. */
export function ConfirmForm({ model, kind, onDone, onCancel }: PanelProps & { kind: string }) {
  const t = useText();
  return (
    <ActionForm
      action={askLetter}
      deliberate
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId, kind }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <p>{t("casepage.form.confirmText")}</p>
      <FormFoot save={t("casepage.form.confirmAsk")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** The tenant does not want contact details shared with the municipality. */
export function ObjectionForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={objectToSharing}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <p>{t("casepage.form.objectionText")}</p>
      <NoteField />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** A person confirms the early signal to the municipality. */
export function ReportForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  if (!model.referral || model.referral.reported) return <p>{t("casepage.form.noReferral")}</p>;
  return (
    <ActionForm
      action={report}
      deliberate
      hidden={{ commandId: model.commandId, referralId: model.referral.id }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <p>{t("casepage.form.reportText", { amount: model.overdue, who: model.living.map(({ label }) => label).join(", ") })}</p>
      <Tick name="warmHandover" label={t("casepage.form.warmHandover")} />
      <TextField name="receipt" label={t("casepage.form.receipt")} maxLength={100} />
      <FormFoot save={t("casepage.button.report")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** What the municipality answered. */
export function AnswerForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  if (!model.referral?.reported) return <p>{t("casepage.form.noReferral")}</p>;
  return (
    <ActionForm
      action={recordAnswer}
      hidden={{ commandId: model.commandId, referralId: model.referral.id }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <SelectField
        name="result"
        label={t("casepage.form.result")}
        options={REFERRAL_RESULTS.map((value) => ({ value, label: t(`referrals.result.${value}`) }))}
      />
      <TextField type="date" name="answeredOn" label={t("casepage.form.answeredOn")} max={model.day} defaultValue={model.day} />
      <TextField type="date" name="reviewOn" label={t("casepage.form.reviewAfterHelp")} min={model.day} />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import { sendSms, settleMessage } from "@/lib/cases/actions";
import { FormFoot } from "./form-foot";
import type { PanelProps } from "./spoken-form";

/** The exact text that leaves, to whom, and what the gate has against it now. */
export function SmsForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  const [to, setTo] = useState(model.sms.numbers[0]?.value ?? "");
  const chosen = model.sms.numbers.find((one) => one.value === to);
  const { blocks, override, text } = model.sms;
  const blocked = (blocks.length > 0 && !override) || !chosen || text === null;
  return (
    <ActionForm
      action={sendSms}
      deliberate
      hidden={{
        commandId: model.commandId,
        tenancyId: model.tenancyId,
        personId: chosen?.personId ?? "",
        number: chosen?.number ?? "",
      }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      {blocks.length > 0 && <Notice>{blocks.join(" ")}</Notice>}
      {model.sms.numbers.length > 1 && (
        <SelectField
          name="to"
          label={t("casepage.form.smsTo")}
          options={model.sms.numbers}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      )}
      {text && (
        <figure
          className="py-3 px-4 rounded-3 bg-accent-wash [&_figcaption]:text-ink-2 [&_figcaption]:font-normal
            [&_figcaption]:text-s [&_p]:mt-1 [&_p]:font-normal [&_p]:text-l"
        >
          <figcaption>
            {t("casepage.form.smsText")}
            {chosen && ` · ${chosen.label}`}
          </figcaption>
          <p lang="nl">{text}</p>
        </figure>
      )}
      {blocks.length > 0 && override && <TextField name="overrideNote" label={t("casepage.form.override")} maxLength={500} />}
      {!blocked && <FormFoot save={t("casepage.form.smsSend")} onCancel={onCancel} />}
    </ActionForm>
  );
}

/** The gateway never said whether this message left: a person finds out and says so. */
export function SettleForm({ model, onDone, onCancel }: PanelProps) {
  const t = useText();
  return (
    <ActionForm
      action={settleMessage}
      hidden={{ commandId: model.commandId, messageId: model.uncertain?.id ?? "" }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <Choices
        name="verdict"
        legend={`${t("casepage.form.settle")} ${model.uncertain?.number ?? ""}`}
        options={["arrived", "not-sent"].map((value) => ({ value, label: t(`casepage.form.${value}`) }))}
      />
      <FormFoot save={t("casepage.form.save")} onCancel={onCancel} />
    </ActionForm>
  );
}

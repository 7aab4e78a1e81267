"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Choices } from "@/components/ui/choices";
import { MoneyField, TextAreaField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { Tick } from "@/components/ui/tick";
import { logCall } from "@/lib/cases/actions";
import type { DeskModel } from "../desk-model";
import type { Panel } from "../primary";
import { CallOverride, type Conversation, NoteField, SpokeWith, spokenFields } from "./call-fields";
import { DayChoice, daysToPromise } from "./day-choice";
import { FormFoot } from "./form-foot";

/** What was said, per form; null where the form itself lets one choose. */
const SAID: Partial<Record<Panel, string>> = {
  toezegging: "promise",
  betaald: "already-paid",
  "kan-niet": "cannot-pay",
  hulp: "wants-help",
  weg: "away-until",
  overleden: "heard-deceased",
};

export interface PanelProps {
  model: DeskModel;
  talk: Conversation;
  /** Once it is recorded: on to the next case. */
  onDone: () => void;
  onCancel: () => void;
}

/** A conversation and its outcome, recorded in one go. */
export function SpokenForm({
  panel,
  outcomeKey,
  model,
  talk,
  onDone,
  onCancel,
}: PanelProps & { panel: Panel; outcomeKey: string }) {
  const t = useText();
  return (
    <ActionForm
      action={logCall}
      hidden={spokenFields(model, talk, SAID[panel] ?? null)}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      <CallOverride model={model} inbound={talk.inbound} />
      {FIELDS[panel]?.({ model })}
      <SpokeWith model={model} talk={talk} ofDeath={panel === "overleden"} />
      {panel !== "anders" && <NoteField />}
      <FormFoot then={t(`casepage.then.${outcomeKey}`)} onCancel={onCancel} />
    </ActionForm>
  );
}

type Fields = (props: { model: DeskModel }) => ReactNode;

function PromiseFields({ model }: { model: DeskModel }) {
  const t = useText();
  return (
    <>
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
    </>
  );
}

function PaidFields() {
  const t = useText();
  return <TextAreaField name="detail" label={t("casepage.form.detail")} rows={2} maxLength={300} />;
}

function AwayFields({ model }: { model: DeskModel }) {
  const t = useText();
  return <DayChoice name="awayUntil" label={t("casepage.form.awayUntil")} today={model.day} />;
}

function OtherFields({ model }: { model: DeskModel }) {
  const t = useText();
  return (
    <>
      <NoteField />
      <Choices
        name="said"
        legend={t("casepage.form.said")}
        several
        options={["agreed-moment", "other-collection-day", "objects-sharing"].map((value) => ({
          value,
          label: t(`contact.said.${value}`),
        }))}
      />
      <DayChoice name="agreedDay" label={t("casepage.form.agreedDay")} today={model.day} />
    </>
  );
}

const FIELDS: Partial<Record<Panel, Fields>> = {
  toezegging: ({ model }) => <PromiseFields model={model} />,
  betaald: () => <PaidFields />,
  weg: ({ model }) => <AwayFields model={model} />,
  anders: ({ model }) => <OtherFields model={model} />,
};

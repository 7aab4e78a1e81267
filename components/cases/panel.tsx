"use client";

import { type ComponentType, useState } from "react";
import { FormPlace } from "@/components/ui/action-form";
import { EndArrangementForm, PromiseForm, SearchForm } from "./forms/agreement-forms";
import { ArrangementForm } from "./forms/arrangement-form";
import { CaretakerForm } from "./forms/caretaker-form";
import { AnswerForm, ConfirmForm, LetterForm, ObjectionForm, ReportForm } from "./forms/duty-forms";
import { EndHoldForm, HoldForm, HoldInCallForm } from "./forms/hold-form";
import { DeathForm, EvictionForm, LegalForm } from "./forms/legal-forms";
import { SettleForm, SmsForm } from "./forms/sms-form";
import { SomebodyElseForm } from "./forms/somebody-else-form";
import { type PanelProps, SpokenForm } from "./forms/spoken-form";
import { AskVisitForm, PlanVisitForm } from "./forms/visit-form";
import { type Panel, SPOKEN_KEYS } from "./primary";

const spoken = (panel: Panel) => (props: PanelProps) => (
  <SpokenForm {...props} panel={panel} outcomeKey={SPOKEN_KEYS.find(([, name]) => name === panel)?.[0] ?? "A"} />
);

/** The form behind each word of the address. */
const FORMS: Readonly<Record<Panel, ComponentType<PanelProps>>> = {
  toezegging: spoken("toezegging"),
  betaald: spoken("betaald"),
  "kan-niet": spoken("kan-niet"),
  hulp: spoken("hulp"),
  weg: spoken("weg"),
  overleden: spoken("overleden"),
  anders: spoken("anders"),
  ander: SomebodyElseForm,
  "bevestig-toezegging": (props) => <ConfirmForm {...props} kind="confirm-promise" />,
  "bevestig-regeling": (props) => <ConfirmForm {...props} kind="confirm-arrangement" />,
  regeling: (props) => <ArrangementForm {...props} inCall />,
  oneens: (props) => <HoldInCallForm {...props} reason="dispute" />,
  toeslag: (props) => <HoldInCallForm {...props} reason="allowance-pending" />,
  "regeling-los": (props) => <ArrangementForm {...props} inCall={false} />,
  "toezegging-los": PromiseForm,
  "regeling-klaar": EndArrangementForm,
  pauze: HoldForm,
  "pauze-klaar": EndHoldForm,
  sms: SmsForm,
  "sms-onzeker": SettleForm,
  bezoek: AskVisitForm,
  "bezoek-plan": PlanVisitForm,
  huismeester: CaretakerForm,
  brief: LetterForm,
  bezwaar: ObjectionForm,
  melden: ReportForm,
  antwoord: AnswerForm,
  juridisch: LegalForm,
  ontruiming: EvictionForm,
  overlijden: DeathForm,
  zoek: SearchForm,
};

/** The chosen form. */
export function PanelForm({ panel, ...props }: PanelProps & { panel: Panel }) {
  const Form = FORMS[panel];
  // The ids of a form stay its own while it is open: sent again after a refusal, what was recorded of it counts once. A letter may be made twice.
  const [{ commandId, callCommandId }] = useState(props.model);
  const model = panel === "brief" ? props.model : { ...props.model, commandId, callCommandId };
  return (
    <FormPlace value={{ draft: panel, onEscape: props.onCancel, hidden: { shownAt: props.model.shownAt } }}>
      <Form {...props} model={model} />
    </FormPlace>
  );
}

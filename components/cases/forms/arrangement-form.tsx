"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { Table } from "@/components/ui/table";
import { useText } from "@/components/ui/text-context";
import { equalInstalments } from "@/lib/arrangements/domain/arrangement";
import { logCall, makeArrangement } from "@/lib/cases/actions";
import { formatDay } from "@/lib/i18n/format";
import { addMonths, type Day, firstDay, monthOf, parseDay } from "@/lib/kernel/day";
import { typedEuros } from "@/lib/kernel/money";
import type { DeskModel } from "../desk-model";
import { CallOverride, NoteField, SpokeWith, spokenFields } from "./call-fields";
import { FormFoot } from "./form-foot";
import { inOneGo } from "./in-one-go";
import type { PanelProps } from "./spoken-form";

const MOST_TERMS = 36;

/** Equal instalments beside the running rent, with every term shown before it is recorded. `inCall`: agreed in this conversation. */
export function ArrangementForm({ model, talk, onDone, onCancel, inCall }: PanelProps & { inCall: boolean }) {
  const t = useText();
  const [plan, setPlan] = useState({
    total: model.overdue,
    count: "4",
    startsOn: firstDay(addMonths(monthOf(model.day), 1)) as string,
  });
  const set = (name: keyof typeof plan) => (event: { target: { value: string } }) =>
    setPlan({ ...plan, [name]: event.target.value });
  const action = inCall ? inOneGo(logCall, spokenFields(model, talk, null), makeArrangement) : makeArrangement;
  return (
    <ActionForm
      action={action}
      hidden={{ commandId: model.commandId, tenancyId: model.tenancyId }}
      onDone={onDone}
      done={t("casepage.form.done")}
    >
      {inCall && <CallOverride model={model} inbound={talk.inbound} />}
      <div className="form-line items-start">
        <TextField
          name="total"
          label={t("casepage.form.total")}
          inputMode="decimal"
          autoComplete="off"
          value={plan.total}
          onChange={set("total")}
          size={10}
        />
        <TextField
          name="count"
          label={t("casepage.form.count")}
          type="number"
          min={1}
          max={MOST_TERMS}
          value={plan.count}
          onChange={set("count")}
        />
        <TextField
          name="startsOn"
          label={t("casepage.form.startsOn")}
          type="date"
          min={model.day}
          value={plan.startsOn}
          onChange={set("startsOn")}
        />
      </div>
      <Preview model={model} {...plan} />
      {inCall && <SpokeWith model={model} talk={talk} />}
      <NoteField />
      <FormFoot then={t("casepage.then.R")} onCancel={onCancel} />
    </ActionForm>
  );
}

/** Each instalment with its day, once amount, count and day can be read. */
function Preview({ model, total, count, startsOn }: { model: DeskModel; total: string; count: string; startsOn: string }) {
  const t = useText();
  const amount = typedEuros(total);
  const day = parseDay(startsOn);
  const terms = Number(count);
  if (amount === null || day === null || !Number.isInteger(terms) || terms < 1 || terms > MOST_TERMS) return null;
  return (
    <div aria-live="polite">
      <Table
        caption={t("casepage.form.preview")}
        columns={[{ label: "" }, { label: t("casepage.ledger.day") }, { label: t("casepage.ledger.amount"), num: true }]}
      >
        {equalInstalments(amount, terms, day).map((term, index) => (
          <tr key={term.dueOn}>
            <th scope="row">{t("casepage.form.previewTerm", { ordinal: index + 1 })}</th>
            <td>{formatDay(term.dueOn as Day, "long", t.lang)}</td>
            <td className="num">
              <Money cents={term.amount} />
            </td>
          </tr>
        ))}
      </Table>
      {model.rent && <p className="text-s text-ink-2">{t("casepage.form.previewRent", { amount: model.rent })}</p>}
    </div>
  );
}

import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tick } from "@/components/ui/tick";
import { settleSignal, switchSignals, tellSignal } from "@/lib/caretaker/actions";
import { SIGNALS } from "@/lib/caretaker/domain/signal";
import type { SignalBuilding, SignalCard } from "@/lib/caretaker/queries/signals";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { amsterdamOf } from "@/lib/platform/zone";
import styles from "./phone.module.css";

/** The administrator: where early signals are on, and the privacy assessment that comes before. */
export function SignalSwitch({ buildings, t }: { buildings: readonly SignalBuilding[]; t: Translate }) {
  const on = buildings.filter((one) => one.on);
  return (
    <>
      <p className="text-s text-ink-2 mb-2">{t("caretaker.signals.about")}</p>
      <p className="mb-2">
        {on.length === 0
          ? t("caretaker.signals.nowhere")
          : t("caretaker.signals.where", { names: on.map(({ name }) => name).join(", ") })}
      </p>
      <ActionForm action={switchSignals} hidden={{ commandId: randomUUID() }} done={t("caretaker.signals.saved")} key={on.length}>
        <SelectField
          name="buildingId"
          label={t("caretaker.signals.building")}
          options={buildings.map(({ id, name, on: already }) => ({
            value: String(id),
            label: already ? t("caretaker.signals.onHere", { name }) : name,
          }))}
        />
        <Tick name="assessed" label={t("caretaker.signals.assessed")} />
        <SubmitButton kind="plain">{t("caretaker.signals.save")}</SubmitButton>
      </ActionForm>
    </>
  );
}

/** The caretaker: one door, one thing from a closed list. Only where it is on. */
export function TellSignal({ buildings, t }: { buildings: readonly SignalBuilding[]; t: Translate }) {
  if (buildings.length === 0) return null;
  return (
    <details className={`${styles.label} ${styles.noPrint}`}>
      <summary>{t("caretaker.signals.tell")}</summary>
      <p className="my-2">{t("caretaker.signals.tellHint")}</p>
      <ActionForm action={tellSignal} hidden={{ commandId: randomUUID() }} done={t("caretaker.signals.told")}>
        <SelectField
          name="buildingId"
          label={t("caretaker.signals.building")}
          options={buildings.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <TextField name="door" label={t("caretaker.signals.door")} maxLength={20} />
        <SelectField
          name="kind"
          label={t("caretaker.signals.what")}
          options={SIGNALS.map((value) => ({ value, label: t(`caretaker.signal.${value}`) }))}
        />
        <SubmitButton kind="plain">{t("caretaker.signals.send")}</SubmitButton>
      </ActionForm>
    </details>
  );
}

/** The consultant: where to see how somebody is. Nothing about money, and gone after thirty days. */
export function OpenSignals({ signals, t }: { signals: readonly SignalCard[]; t: Translate }) {
  if (signals.length === 0) return null;
  return (
    <section className="px-5 pb-3" aria-label={t("caretaker.signals.list", { count: signals.length })}>
      <h2 className={`${styles.group} px-0`}>{t("caretaker.signals.list", { count: signals.length })}</h2>
      {signals.map((signal) => (
        <div key={signal.id} className="py-2 border-t border-line">
          <b>{signal.name ? formatPersonName(signal.name) : t("doors.nameUnknown")}</b>
          <p>{[formatAddress(signal), signal.building].filter(Boolean).join(", ")}</p>
          <p className="text-ink-2">
            {t(`caretaker.signal.${signal.kind}`)}, {formatDay(amsterdamOf(signal.at).day, "weekday", t.lang)}
          </p>
          <ActionForm action={settleSignal} hidden={{ commandId: randomUUID(), signalId: signal.id }}>
            <SubmitButton kind="plain" size="small">
              {t("caretaker.signals.settle")}
            </SubmitButton>
          </ActionForm>
        </div>
      ))}
    </section>
  );
}

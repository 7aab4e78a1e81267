"use client";

import { useText } from "@/components/ui/text-context";
import styles from "./queue.module.css";

interface Choice {
  value: string;
  label: string;
}
interface Props {
  tab: string;
  step: string | null;
  building: string | null;
  steps: readonly Choice[];
  buildings: readonly Choice[];
}

/** The filter as a sentence with words to choose: a plain GET form, so that the list has an address; it sends itself where scripts run. */
export function FilterSentence({ tab, step, building, steps, buildings }: Props) {
  const t = useText();
  const send = (event: { currentTarget: HTMLSelectElement }) => event.currentTarget.form?.requestSubmit();
  return (
    <form className={styles.filter} action="/werklijst" aria-label={t("queue.filter.label")}>
      {tab !== "vandaag" && <input type="hidden" name="tab" value={tab} />}
      <select key={`stap-${step}`} name="stap" aria-label={t("queue.filter.step")} defaultValue={step ?? ""} onChange={send}>
        <option value="">{t("queue.filter.allSteps")}</option>
        {steps.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>{" "}
      {t("queue.filter.in")}{" "}
      <select
        key={`gebouw-${building}`}
        name="gebouw"
        aria-label={t("queue.filter.building")}
        defaultValue={building ?? ""}
        onChange={send}
      >
        <option value="">{t("queue.filter.allBuildings")}</option>
        {buildings.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
      {t("queue.filter.order")}
      <noscript>
        <button type="submit">{t("queue.filter.show")}</button>
      </noscript>
    </form>
  );
}

"use client";

import { useText } from "@/components/ui/text-context";
import { usePlaces } from "./places";

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}
/** One word of the sentence: what it narrows, what stands there now, and what else can. */
export interface FilterWord {
  readonly name: "stap" | "gebouw" | "wie" | "maanden" | "volgorde";
  readonly label: string;
  readonly value: string;
  readonly choices: readonly FilterChoice[];
  /** What stands before it in the sentence. */
  readonly before: string;
}

/** The filter as a sentence with words to choose: a plain GET form, so that the list has an address; it sends itself where scripts run. */
export function FilterSentence({ tab, words }: { tab: string; words: readonly FilterWord[] }) {
  const t = useText();
  const places = usePlaces();
  const send = (event: { currentTarget: HTMLSelectElement }) => event.currentTarget.form?.requestSubmit();
  return (
    <form action="/werklijst" aria-label={t("queue.filter.label")} className="inline">
      {tab !== "vandaag" && <input type="hidden" name="tab" value={tab} />}
      {words.map(({ name, label, value, choices, before }) => (
        <span key={name}>
          {before}{" "}
          <select key={value} name={name} aria-label={label} defaultValue={value} onChange={send}>
            {(name === "gebouw" ? [...choices, ...places] : choices).map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
        </span>
      ))}
      .{" "}
      <noscript>
        <button type="submit">{t("queue.filter.show")}</button>
      </noscript>
    </form>
  );
}

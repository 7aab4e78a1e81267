"use client";

import { useActionState } from "react";
import { IDLE } from "@/lib/auth/state";
import { enterPastFigure } from "@/lib/dashboard/actions";
import styles from "./dashboard.module.css";

interface Props {
  readonly words: Readonly<
    Record<
      "kind" | "arrears" | "evictions" | "period" | "periodHint" | "value" | "source" | "sourceHint" | "save" | "saved",
      string
    >
  >;
}

/** Enters a figure of before the ledger, with its source. */
export function PastForm({ words }: Props) {
  const [state, send, busy] = useActionState(enterPastFigure, IDLE);
  const kept = state.status === "refused" || state.status === "invalid" ? state.values : {};
  const fields = state.status === "invalid" ? state.fields : {};
  const text = (name: "period" | "value" | "source", label: string, hint?: string) => (
    <label>
      {label}
      <input
        name={name}
        defaultValue={String(kept[name] ?? "")}
        aria-invalid={Boolean(fields[name])}
        aria-describedby={`${name}-hint`}
        required
      />
      <span id={`${name}-hint`} className="font-normal text-s text-ink-2">
        {fields[name] ? <b role="alert">{fields[name]}</b> : hint}
      </span>
    </label>
  );
  return (
    <form action={send} className={styles.form} aria-busy={busy}>
      {state.status === "refused" && <p role="alert">{state.message}</p>}
      {state.status === "done" && <p role="status">{words.saved}</p>}
      <label>
        {words.kind}
        {/* React puts a select back to its first choice after a refusal; made anew it starts from what was chosen. */}
        <select key={String(kept.kind)} name="kind" defaultValue={String(kept.kind ?? "arrears")}>
          <option value="arrears">{words.arrears}</option>
          <option value="evictions">{words.evictions}</option>
        </select>
      </label>
      {text("period", words.period, words.periodHint)}
      {text("value", words.value)}
      {text("source", words.source, words.sourceHint)}
      <button
        type="submit"
        disabled={busy}
        className="min-h-11 justify-self-start px-4 border-0 rounded-2 bg-accent text-on-accent font-semibold
          text-l cursor-pointer hover:bg-accent-press"
      >
        {words.save}
      </button>
    </form>
  );
}

"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import styles from "@/components/caretaker/phone.module.css";
import { IDLE } from "@/lib/auth/state";
import { logVisit } from "@/lib/cases/actions";
import type { Option } from "./plan-form";

type Word =
  | "q1"
  | "q2"
  | "q3"
  | "q4"
  | "seenHint"
  | "next"
  | "previous"
  | "save"
  | "saved"
  | "kept"
  | "promisedOn"
  | "amount"
  | "amountHint"
  | "incomeDay"
  | "consent"
  | "nextDay"
  | "note"
  | "noteHint"
  | "back"
  | "checked";
interface Props {
  readonly visitId: number;
  readonly commandId: string;
  readonly words: Readonly<Record<Word, string>>;
  /** "vraag 1 van 4" per step. */
  readonly steps: readonly [string, string, string, string];
  readonly outcomes: readonly Option[];
  readonly seen: readonly Option[];
  readonly agreed: readonly Option[];
  readonly today: string;
}

const SPOKE = new Set(["spoke-door", "spoke-inside"]);
const draftKey = (visitId: number) => `aanbel-visit-${visitId}`;

/** One question per screen; what was answered is kept on this device until it is saved. Without scripts all questions stand under one another. */
export function VisitForm({ visitId, commandId, words, steps, outcomes, seen, agreed, today }: Props) {
  const [state, send, busy] = useActionState(logVisit, IDLE);
  const [step, setStep] = useState<number | null>(null);
  const [outcome, setOutcome] = useState("");
  const [agreedOn, setAgreedOn] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const spoke = SPOKE.has(outcome);
  const order = spoke ? [1, 2, 3, 4] : [1, 2, 4];

  useEffect(() => {
    setStep(1);
    const draft = localStorage.getItem(draftKey(visitId));
    if (draft && form.current) restore(form.current, JSON.parse(draft) as [string, string][]);
    readBack();
  }, [visitId]);
  useEffect(() => {
    if (state.status === "done") localStorage.removeItem(draftKey(visitId));
    // What could not be saved stays readable: React empties a form after its action, the draft fills it again.
    const draft = state.status === "refused" || state.status === "invalid" ? localStorage.getItem(draftKey(visitId)) : null;
    if (draft && form.current) restore(form.current, JSON.parse(draft) as [string, string][]);
  }, [state, visitId]);

  function readBack() {
    if (!form.current) return;
    const data = new FormData(form.current);
    setOutcome(String(data.get("outcome") ?? ""));
    setAgreedOn(data.getAll("agreed").map(String));
    const answers = [...data].filter(
      ([name, value]) => typeof value === "string" && !name.startsWith("$") && name !== "commandId",
    );
    if (data.get("outcome")) localStorage.setItem(draftKey(visitId), JSON.stringify(answers));
  }

  if (state.status === "done") {
    return (
      <div role="status">
        <p className={styles.notice}>{words.saved}</p>
        <a className={styles.bigLink} href="/huisbezoeken">
          {words.back}
        </a>
      </div>
    );
  }
  const shown = (nth: number) => ({ hidden: step !== null && step !== nth });
  const problems = state.status === "refused" ? [state.message] : state.status === "invalid" ? Object.values(state.fields) : [];
  const at = order.indexOf(step ?? 1);
  const last = at === order.length - 1;
  return (
    <form ref={form} action={send} onChange={readBack} aria-busy={busy}>
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="commandId" value={commandId} />
      {step !== null && (
        <p className={styles.steps}>
          {order.map((nth, i) => (
            <i key={nth} className={i <= at ? styles.on : ""} />
          ))}
          <span>{steps[step - 1]}</span>
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem} className={styles.problem} role="alert">
          {problem}
        </p>
      ))}
      <fieldset {...shown(1)} className={styles.choices}>
        <legend className={styles.question}>{words.q1}</legend>
        {outcomes.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input type="radio" name="outcome" value={option.value} required />
            {option.label}
            {option.value === "deceased" && <small>{words.checked}</small>}
          </label>
        ))}
      </fieldset>
      <fieldset {...shown(2)} className={styles.choices}>
        <legend className={styles.question}>{words.q2}</legend>
        <p className={styles.label}>{words.seenHint}</p>
        {seen.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input type="checkbox" name="seen" value={option.value} />
            {option.label}
          </label>
        ))}
      </fieldset>
      <fieldset {...shown(3)} className={styles.choices} disabled={step !== null && !spoke}>
        <legend className={styles.question}>{words.q3}</legend>
        {agreed.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input type="checkbox" name="agreed" value={option.value} />
            {option.label}
          </label>
        ))}
        {(step === null || agreedOn.includes("promise")) && <PromiseFields words={words} today={today} />}
        {(step === null || agreedOn.includes("help-municipality")) && (
          <label className={styles.choice}>
            <input type="checkbox" name="consent" />
            {words.consent}
          </label>
        )}
      </fieldset>
      <fieldset {...shown(4)} className={styles.choices}>
        <legend className={styles.question}>{words.q4}</legend>
        <div className={styles.fields}>
          <label>
            {words.note}
            <textarea name="note" maxLength={2000} aria-describedby="note-hint" />
            <span id="note-hint" className={styles.soft}>
              {words.noteHint}
            </span>
          </label>
          <label>
            {words.nextDay}
            <input type="date" name="nextDay" min={today} />
          </label>
        </div>
      </fieldset>
      {step !== null && !last && (
        <button type="button" className={styles.bigLink} disabled={outcome === ""} onClick={() => setStep(order[at + 1] ?? 4)}>
          {words.next}
        </button>
      )}
      {(step === null || last) && (
        <button type="submit" className={styles.bigLink} disabled={busy}>
          {words.save}
        </button>
      )}
      {step !== null && at > 0 && (
        <button type="button" className={styles.quiet} onClick={() => setStep(order[at - 1] ?? 1)}>
          {words.previous}
        </button>
      )}
      <p className={styles.quiet}>{outcome ? words.kept : ""}</p>
    </form>
  );
}

function PromiseFields({ words, today }: { words: Props["words"]; today: string }) {
  return (
    <div className={styles.fields}>
      <label>
        {words.promisedOn}
        <input type="date" name="promisedOn" min={today} />
      </label>
      <label>
        {words.amount}
        <input name="amount" inputMode="decimal" placeholder={words.amountHint} />
      </label>
      <label className={styles.choice}>
        <input type="checkbox" name="incomeDay" />
        {words.incomeDay}
      </label>
    </div>
  );
}

/** Puts kept answers back into the form's own fields. */
function restore(form: HTMLFormElement, answers: readonly (readonly [string, string])[]): void {
  for (const [name, value] of answers) {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
        if (field.value === value) field.checked = true;
      } else if (field.type !== "hidden") field.value = value;
    }
  }
}

import type { ReactNode } from "react";
import styles from "@/components/caretaker/phone.module.css";
import type { Option } from "./plan-form";

export type Word =
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
  | "notKept"
  | "promisedOn"
  | "amount"
  | "amountHint"
  | "incomeDay"
  | "consent"
  | "nextDay"
  | "note"
  | "noteHint"
  | "fileNote"
  | "noMore"
  | "noMoreOpen"
  | "back"
  | "checked";
export type VisitWords = Readonly<Record<Word, string>>;

interface QuestionProps {
  readonly question: string;
  readonly hidden: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}
/** One question of the visit. */
export function Question({ question, hidden, disabled = false, children }: QuestionProps) {
  return (
    <fieldset hidden={hidden} disabled={disabled} className="py-2 px-4 border-0 min-w-0">
      <legend className="font-title text-q tracking-[-0.012em] pt-2 pb-1 px-5 text-balance border-0">{question}</legend>
      {children}
    </fieldset>
  );
}

interface ChoicesProps {
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly options: readonly Option[];
  /** A remark under the option of that value. */
  readonly remark?: { readonly value: string; readonly text: string };
}
export function Choices({ kind, name, options, remark }: ChoicesProps) {
  return options.map((option) => (
    <label key={option.value} className={styles.choice}>
      <input type={kind} name={name} value={option.value} required={kind === "radio"} />
      {option.label}
      {option.value === remark?.value && <small>{remark.text}</small>}
    </label>
  ));
}

export function PromiseFields({ words, today }: { words: VisitWords; today: string }) {
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

interface NoteProps {
  readonly words: VisitWords;
  readonly today: string;
  readonly noMore: readonly Option[];
}
export function NoteFields({ words, today, noMore }: NoteProps) {
  return (
    <div className={styles.fields}>
      <label>
        {words.note}
        <textarea name="note" maxLength={2000} aria-describedby="note-hint" />
        <span id="note-hint" className="text-ink-2">
          {words.noteHint}
        </span>
      </label>
      <label>
        {words.fileNote}
        <textarea name="fileNote" maxLength={2000} />
      </label>
      <label>
        {words.nextDay}
        <input type="date" name="nextDay" min={today} />
      </label>
      <label>
        {words.noMore}
        <select name="noMoreFor">
          <option value="">{words.noMoreOpen}</option>
          {noMore.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Where one is among the questions. */
export function Steps({ order, at, label }: { order: readonly number[]; at: number; label: string }) {
  return (
    <p className={styles.steps}>
      {order.map((nth, i) => (
        <i key={nth} className={i <= at ? styles.on : ""} />
      ))}
      <span>{label}</span>
    </p>
  );
}

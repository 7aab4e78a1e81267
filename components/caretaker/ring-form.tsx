"use client";

import { useActionState } from "react";
import { IDLE } from "@/lib/auth/state";
import { logRing } from "@/lib/cases/actions";
import styles from "./phone.module.css";

export interface RingChoice {
  readonly result: string;
  readonly label: string;
  readonly hint?: string;
}
interface Props {
  readonly taskId: number;
  readonly commandId: string;
  readonly big: readonly RingChoice[];
  readonly more: readonly RingChoice[];
  readonly worried: RingChoice;
  /** The result the caretaker most likely needs now; shown as the one filled button. */
  readonly likely: string | null;
  readonly title: string;
  readonly back: string;
  readonly recorded: string;
}

/** One tap records what happened at the door; the same tap twice counts once. */
export function RingForm({ taskId, commandId, big, more, worried, likely, title, back, recorded }: Props) {
  const [state, send, busy] = useActionState(logRing, IDLE);
  if (state.status === "done") {
    return (
      <div role="status">
        <p className={styles.notice}>{recorded}</p>
        <a className={styles.bigLink} href="/huismeester">
          {back}
        </a>
      </div>
    );
  }
  const problem = state.status === "refused" ? state.message : state.status === "invalid" ? Object.values(state.fields)[0] : null;
  return (
    <form action={send} className={styles.results} aria-busy={busy}>
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="commandId" value={commandId} />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <h2>{title}</h2>
      <div className={styles.two}>
        {big.map((choice) => (
          <button
            key={choice.result}
            type="submit"
            name="result"
            value={choice.result}
            disabled={busy}
            className={`${styles.answer} ${choice.result === likely ? styles.next : ""}`}
          >
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </button>
        ))}
      </div>
      <div className={styles.more}>
        {more.map((choice) => (
          <button
            key={choice.result}
            type="submit"
            name="result"
            value={choice.result}
            disabled={busy}
            className={`${styles.line} ${choice.label.length > 24 ? styles.wide : ""}`}
          >
            {choice.label}
          </button>
        ))}
      </div>
      <button type="submit" name="result" value={worried.result} disabled={busy} className={styles.worry}>
        <b>{worried.label}</b>
        {worried.hint}
      </button>
    </form>
  );
}

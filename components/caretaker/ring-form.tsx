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

const POSSIBLE = "border-control bg-sheet text-ink hover:bg-accent-wash [&_small]:text-ink-2";
const LIKELY = "border-accent bg-accent text-on-accent hover:bg-accent-press [&_small]:text-on-accent";

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
    <form
      action={send}
      className="mt-auto pt-4 pb-6 px-4 [&_h2]:font-semibold [&_h2]:text-m [&_h2]:text-ink-2 [&_h2]:pt-0
        [&_h2]:pb-2 [&_h2]:px-1"
      aria-busy={busy}
    >
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="commandId" value={commandId} />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <h2>{title}</h2>
      <div className="grid grid-cols-2 gap-2">
        {big.map((choice) => (
          <button
            key={choice.result}
            type="submit"
            name="result"
            value={choice.result}
            disabled={busy}
            className={`flex min-h-16 cursor-pointer flex-col items-center justify-center rounded-3 border-[1.25px] p-2
              font-semibold text-l/5.5 [&_small]:font-normal [&_small]:text-s ${choice.result === likely ? LIKELY : POSSIBLE}`}
          >
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-x-5 mt-2 px-1">
        {more.map((choice) => (
          <button
            key={choice.result}
            type="submit"
            name="result"
            value={choice.result}
            disabled={busy}
            className={`hover:bg-accent-wash min-h-12 text-left border-0 border-b border-line bg-transparent text-ink
              font-normal text-l/5.5 cursor-pointer py-1 ${choice.label.length > 24 ? "col-span-full" : ""}`}
          >
            {choice.label}
          </button>
        ))}
      </div>
      <button
        type="submit"
        name="result"
        value={worried.result}
        disabled={busy}
        className="mt-3 w-full min-h-15 rounded-3 border-[1.5px] border-signal bg-signal-wash text-ink py-2 px-4
          text-left cursor-pointer font-normal text-m [&_b]:text-signal [&_b]:text-[1.0625rem] [&_b]:block"
      >
        <b>{worried.label}</b>
        {worried.hint}
      </button>
    </form>
  );
}

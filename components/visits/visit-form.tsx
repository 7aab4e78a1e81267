"use client";

import { useActionState, useEffect, useRef, useState, useSyncExternalStore } from "react";
import styles from "@/components/caretaker/phone.module.css";
import { IDLE } from "@/lib/auth/state";
import { logVisit } from "@/lib/cases/actions";
import { DRAFT_NAME } from "@/lib/kernel/draft";
import type { Option } from "./plan-form";
import { useVisitDraft } from "./visit-draft";
import { Choices, NoteFields, PromiseFields, Question, Steps, type VisitWords } from "./visit-questions";

interface Props {
  readonly visitId: number;
  readonly commandId: string;
  readonly words: VisitWords;
  /** "vraag 1 van 4" per step. */
  readonly steps: readonly [string, string, string, string];
  readonly outcomes: readonly Option[];
  readonly seen: readonly Option[];
  readonly agreed: readonly Option[];
  readonly noMore: readonly Option[];
  readonly today: string;
}

type Recorded = Awaited<ReturnType<typeof logVisit>>;
const never = () => () => {};
const SPOKE = new Set(["spoke-door", "spoke-inside"]);

/** One question per screen; what was answered is kept until it is recorded. Without scripts all questions stand under one another. */
export function VisitForm({ visitId, commandId, words, steps, outcomes, seen, agreed, noMore, today }: Props) {
  // Before scripts run, and where they never do, the form posts to the action itself.
  const settle = useRef<() => Promise<void>>(async () => {});
  const sent = async (previous: Recorded, given: FormData) => {
    await settle.current();
    return logVisit(previous, given);
  };
  const live = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [state, send, busy] = useActionState(live ? sent : logVisit, IDLE as Recorded);
  const draft = useVisitDraft(visitId, state);
  const { form, outcome, agreedOn, readBack } = draft;
  useEffect(() => {
    settle.current = draft.settle;
  });
  const [step, setStep] = useState(1);
  if (state.status === "done") return <Saved words={words} />;

  const spoke = SPOKE.has(outcome);
  const order = spoke ? [1, 2, 3, 4] : [1, 2, 4];
  const at = order.indexOf(step);
  const hidden = (nth: number) => live && step !== nth;
  const problems = state.status === "refused" ? [state.message] : state.status === "invalid" ? Object.values(state.fields) : [];
  return (
    <form ref={form} action={send} onChange={readBack} aria-busy={busy}>
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="commandId" value={commandId} />
      {draft.name && <input type="hidden" name={DRAFT_NAME} value={draft.name} />}
      {live && <Steps order={order} at={at} label={steps[step - 1] ?? ""} />}
      {problems.map((problem) => (
        <p key={problem} className={styles.problem} role="alert">
          {problem}
        </p>
      ))}
      <Question question={words.q1} hidden={hidden(1)}>
        <Choices kind="radio" name="outcome" options={outcomes} remark={{ value: "deceased", text: words.checked }} />
      </Question>
      <Question question={words.q2} hidden={hidden(2)}>
        <p className={styles.label}>{words.seenHint}</p>
        <Choices kind="checkbox" name="seen" options={seen} />
      </Question>
      <Question question={words.q3} hidden={hidden(3)} disabled={live && !spoke}>
        <Choices kind="checkbox" name="agreed" options={agreed} />
        {(!live || agreedOn.includes("promise")) && <PromiseFields words={words} today={today} />}
        {(!live || agreedOn.includes("help-municipality")) && (
          <label className={styles.choice}>
            <input type="checkbox" name="consent" />
            {words.consent}
          </label>
        )}
      </Question>
      <Question question={words.q4} hidden={hidden(4)}>
        <NoteFields words={words} today={today} noMore={noMore} />
      </Question>
      <Buttons words={words} live={live} busy={busy} answered={outcome !== ""} order={order} at={at} go={setStep} />
      <p className={styles.quiet}>{outcome ? (draft.safe ? words.kept : words.notKept) : ""}</p>
    </form>
  );
}

function Saved({ words }: { words: VisitWords }) {
  return (
    <div role="status">
      <p className={styles.notice}>{words.saved}</p>
      <a className={styles.bigLink} href="/huisbezoeken">
        {words.back}
      </a>
    </div>
  );
}

interface ButtonsProps {
  readonly words: VisitWords;
  readonly live: boolean;
  readonly busy: boolean;
  readonly answered: boolean;
  readonly order: readonly number[];
  readonly at: number;
  go(step: number): void;
}
/** Onward, save or back: one big button at the thumb. */
function Buttons({ words, live, busy, answered, order, at, go }: ButtonsProps) {
  const last = at === order.length - 1;
  return (
    <>
      {live && !last && (
        <button type="button" className={styles.bigLink} disabled={!answered} onClick={() => go(order[at + 1] ?? 4)}>
          {words.next}
        </button>
      )}
      {(!live || last) && (
        <button type="submit" className={styles.bigLink} disabled={busy}>
          {words.save}
        </button>
      )}
      {live && at > 0 && (
        <button type="button" className={styles.quiet} onClick={() => go(order[at - 1] ?? 1)}>
          {words.previous}
        </button>
      )}
    </>
  );
}

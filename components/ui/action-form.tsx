"use client";

import { createContext, type ReactNode, use, useActionState, useEffect, useRef, useSyncExternalStore } from "react";
import { type Action, type ActionState, IDLE, SIGNED_OUT } from "@/lib/auth/state";
import { DRAFT_NAME, type DraftFields, isBlank } from "@/lib/kernel/draft";
import { useFormDraft } from "./drafts";
import { release, useFormKeys } from "./form-keys";
import { Notice } from "./notice";

const State = createContext<ActionState>(IDLE);
const NOTHING: DraftFields = {};
const Typed = createContext<DraftFields>(NOTHING);
/** What the place a form opens in knows of it: the name of its draft, and what Escape closes (what was typed stays kept). */
interface FormPlaceValue {
  readonly draft?: string;
  readonly onEscape?: () => void;
  /** Fields that every form of this place sends along. */
  readonly hidden?: Readonly<Record<string, string>>;
}
export const FormPlace = createContext<FormPlaceValue>({});

const never = () => () => {};
const yes = () => true;
const no = () => false;

interface Props<Value> {
  action: Action<Value>;
  children: ReactNode;
  /** Fields nobody types: ids, the commandId. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Shown above the fields once it is done; without it the page itself shows what changed. */
  done?: ReactNode;
  /** Runs in the browser once it is done. */
  onDone?: (value: Value) => void;
  className?: string;
  id?: string;
  /** The name under which what is typed is kept until it is recorded; see `Drafts`. */
  draft?: string;
  /** What it does leaves the house: Enter in a field does not send it, only its button. */
  deliberate?: boolean;
}

/** A form that posts to a server action: shows its refusal, hands each field its error and what was typed. Works without JavaScript. */
export function ActionForm<Value>({
  action,
  children,
  hidden,
  done,
  onDone,
  className = "form",
  id,
  draft,
  deliberate,
}: Props<Value>) {
  const around = use(FormPlace);
  const kept = useFormDraft(draft ?? around.draft);
  const form = useRef<HTMLFormElement>(null);
  // A form that one opened to go on with holds something from the start; one that always stands there does not.
  const goesOn = draft === undefined && kept !== null && !isBlank(kept.fields);
  useFormKeys(form, { typed: kept?.keep, goesOn, deliberate, onEscape: around.onEscape });
  const onDoneNow = useRef(onDone);
  useEffect(() => {
    onDoneNow.current = onDone;
  });
  const live = useSyncExternalStore(never, yes, no);
  // What follows is taken from the screen as it was when it was sent: by the answer this form may be gone from it.
  const sent = async (previous: ActionState<Value>, given: FormData): Promise<ActionState<Value>> => {
    const then = onDoneNow.current;
    await kept?.settle();
    const next = await action(previous, given);
    if (next.status === "done") {
      release(form.current);
      kept?.forget();
      then?.(next.value);
    } else kept?.resume();
    return next;
  };
  // Before scripts run, and where they never do, the form posts to the action itself.
  const [state, send] = useActionState(live ? sent : action, IDLE as ActionState<Value>);
  useEffect(() => {
    if (state.status === "invalid") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (state.status !== "refused") return;
    form.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
    if (state.signedOut) window.dispatchEvent(new Event(SIGNED_OUT));
  }, [state]);
  const whole = state.status === "invalid" ? state.fields.form : undefined;
  return (
    <State value={state}>
      <form action={send} ref={form} className={className} id={id} noValidate>
        {kept && <input type="hidden" name={DRAFT_NAME} value={kept.name} />}
        {Object.entries({ ...around.hidden, ...hidden }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state.status === "refused" && <Notice alert>{state.message}</Notice>}
        {whole && <Notice alert>{whole}</Notice>}
        {state.status === "done" && done && <Notice kind="good">{done}</Notice>}
        <Typed value={(state.status !== "done" && kept?.fields) || NOTHING}>{children}</Typed>
      </form>
    </State>
  );
}

/** What the form knows about one field: its error, and what was typed when it came back. */
export function useFieldState(name: string): {
  error: string | undefined;
  typed: string | readonly string[] | undefined;
  round: ActionState;
} {
  const state = use(State);
  const before = use(Typed);
  const values = state.status === "refused" || state.status === "invalid" ? state.values : before;
  return { error: state.status === "invalid" ? state.fields[name] : undefined, typed: values?.[name], round: state };
}

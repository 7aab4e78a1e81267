import type { Action, ActionState } from "@/lib/auth/state";
import { DRAFT_NAME } from "@/lib/kernel/draft";

const IDLE: ActionState<never> = { status: "idle" };

/**
 * Two acts of one conversation behind one button: first the call, then what was agreed in it. Each has its own
 * command id, so that pressing again after a refusal of the second records the call only once.
 */
export function inOneGo<Said, Value>(
  call: Action<Said>,
  callFields: Readonly<Record<string, string | number>>,
  next: Action<Value>,
  needed: (form: FormData) => boolean = () => true,
): Action<Value> {
  return async (previous, form) => {
    const said = new FormData();
    for (const [name, value] of Object.entries(callFields)) said.set(name, String(value));
    for (const name of ["spokeWith", "note", "detail", "overrideNote", "shownAt"]) {
      const typed = form.get(name);
      if (typed) said.set(name, typed);
    }
    const both = needed(form);
    const draft = form.get(DRAFT_NAME);
    if (!both && draft) said.set(DRAFT_NAME, draft);
    const first = await call(IDLE, said);
    if (first.status !== "done") return keepTyped(first, form);
    // The note stands with the conversation; the other act has none of its own.
    form.set("note", "");
    return both ? next(previous, form) : (first as unknown as ActionState<Value>);
  };
}

/** A refusal of the call gives back everything that was typed in the form, not only its own part. */
function keepTyped<Value>(state: ActionState<unknown>, form: FormData): ActionState<Value> {
  if (state.status !== "refused" && state.status !== "invalid") return IDLE;
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return { ...state, values };
}

import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ActionState } from "@/lib/auth/state";

const keyOf = (visitId: number) => `aanbel-visit-${visitId}`;
const never = () => () => {};

export interface VisitDraft {
  readonly form: RefObject<HTMLFormElement | null>;
  /** False until scripts run: then the whole form is shown at once. */
  readonly live: boolean;
  readonly outcome: string;
  readonly agreedOn: readonly string[];
  /** Reads the answers out of the form and keeps them on this device. */
  readBack(): void;
}

/** The answers given so far, kept on this device until they are saved. */
export function useVisitDraft(visitId: number, state: ActionState): VisitDraft {
  const form = useRef<HTMLFormElement>(null);
  const live = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [outcome, setOutcome] = useState("");
  const [agreedOn, setAgreedOn] = useState<readonly string[]>([]);
  const readBack = useCallback(() => {
    if (!form.current) return;
    const data = new FormData(form.current);
    setOutcome(String(data.get("outcome") ?? ""));
    setAgreedOn(data.getAll("agreed").map(String));
    const answers = [...data].filter(
      ([name, value]) => typeof value === "string" && !name.startsWith("$") && name !== "commandId",
    );
    if (data.get("outcome")) localStorage.setItem(keyOf(visitId), JSON.stringify(answers));
  }, [visitId]);

  useEffect(() => {
    restore(form.current, visitId);
    readBack();
  }, [visitId, readBack]);
  useEffect(() => {
    if (state.status === "done") localStorage.removeItem(keyOf(visitId));
    // What could not be saved stays readable: React empties a form after its action, the draft fills it again.
    if (state.status === "refused" || state.status === "invalid") restore(form.current, visitId);
  }, [state, visitId]);
  return { form, live, outcome, agreedOn, readBack };
}

/** Puts kept answers back into the form's own fields. */
function restore(form: HTMLFormElement | null, visitId: number): void {
  const draft = localStorage.getItem(keyOf(visitId));
  if (!form || !draft) return;
  for (const [name, value] of JSON.parse(draft) as [string, string][]) {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
        if (field.value === value) field.checked = true;
      } else if (field.type !== "hidden") field.value = value;
    }
  }
}

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useFormDraft } from "@/components/ui/drafts";
import type { ActionState } from "@/lib/auth/state";
import type { DraftFields } from "@/lib/kernel/draft";

export interface VisitDraft {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly outcome: string;
  readonly agreedOn: readonly string[];
  /** Of the hidden field that says which draft it is; null where nothing keeps it. */
  readonly name: string | null;
  /** Reads the answers out of the form and keeps them: on the server, and in this tab until the server has them. */
  readBack(): void;
  /** Waits for what is on its way, so that it cannot come back after it was recorded. */
  settle(): Promise<void>;
}

/** The answers given so far, kept until they are recorded. */
export function useVisitDraft(state: ActionState): VisitDraft {
  const kept = useFormDraft("verslag");
  const form = useRef<HTMLFormElement>(null);
  const answers = useRef<DraftFields>(kept?.fields ?? {});
  // A new one each time something is drawn; what it does stays the same.
  const keeps = useRef(kept);
  useEffect(() => {
    keeps.current = kept;
  });
  const [outcome, setOutcome] = useState("");
  const [agreedOn, setAgreedOn] = useState<readonly string[]>([]);
  const look = useCallback(() => {
    if (!form.current) return;
    const data = new FormData(form.current);
    setOutcome(String(data.get("outcome") ?? ""));
    setAgreedOn(data.getAll("agreed").map(String));
    answers.current = Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).map(String)]));
  }, []);
  const readBack = useCallback(() => {
    look();
    if (form.current) keeps.current?.keep(form.current);
  }, [look]);

  useEffect(() => {
    restore(form.current, answers.current);
    look();
  }, [look]);
  useEffect(() => {
    if (state.status === "done") keeps.current?.forget();
    if (state.status !== "refused" && state.status !== "invalid") return;
    keeps.current?.resume();
    // What could not be saved stays readable: React empties a form after its action, what was typed fills it again.
    restore(form.current, answers.current);
  }, [state]);
  return {
    ...{ form, outcome, agreedOn, readBack },
    name: kept?.name ?? null,
    settle: async () => keeps.current?.settle(),
  };
}

/** Puts kept answers back into the form's own fields. */
function restore(form: HTMLFormElement | null, answers: DraftFields): void {
  if (!form) return;
  for (const [name, given] of Object.entries(answers)) {
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
        if ([given].flat().includes(field.value)) field.checked = true;
      } else if (field.type !== "hidden") field.value = [given].flat()[0] ?? "";
    }
  }
}

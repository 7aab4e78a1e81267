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
  /** The server has them; else they lie in this tab only. */
  readonly safe: boolean;
  /** Reads the answers out of the form and keeps them: on the server, and in this tab until the server has them. */
  readBack(): void;
  /** Waits for what is on its way, so that it cannot come back after it was recorded. */
  settle(): Promise<void>;
}

/** The answers given so far, kept until they are recorded. */
export function useVisitDraft(visitId: number, state: ActionState): VisitDraft {
  const kept = useFormDraft("verslag");
  const form = useRef<HTMLFormElement>(null);
  const answers = useRef<DraftFields>(kept?.fields ?? {});
  // What it opened with, until somebody changes something: a question that is not asked yet has no fields to put it in.
  const opening = useRef<DraftFields | null>(kept?.fields ?? null);
  // It came from this device: each answer that could be put back is kept with the others.
  const moved = useRef(false);
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
    opening.current = null;
    look();
    if (form.current) keeps.current?.keep(form.current);
  }, [look]);

  useEffect(() => {
    const older = leftOnDevice(visitId);
    moved.current = older !== null;
    if (older) opening.current = { ...older, ...opening.current };
    restore(form.current, opening.current ?? {});
    look();
    if (moved.current && form.current) keeps.current?.keep(form.current);
  }, [look, visitId]);
  // Each answer opens further questions.
  const asked = `${outcome} ${agreedOn.join(" ")}`;
  useEffect(() => {
    if (opening.current === null || asked.trim() === "") return;
    restore(form.current, opening.current);
    look();
    if (moved.current && form.current) keeps.current?.keep(form.current);
  }, [asked, look]);
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
    safe: kept?.safe ?? false,
    settle: async () => keeps.current?.settle(),
  };
}

/** What an earlier version kept on this device itself, once: from now on it lies with the other drafts. */
function leftOnDevice(visitId: number): DraftFields | null {
  const key = `aanbel-visit-${visitId}`;
  try {
    const pairs = JSON.parse(localStorage.getItem(key) ?? "null") as [string, string][] | null;
    localStorage.removeItem(key);
    if (!Array.isArray(pairs)) return null;
    return Object.fromEntries(pairs.map(([name]) => [name, pairs.filter(([one]) => one === name).map(([, value]) => value)]));
  } catch {
    return null;
  }
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

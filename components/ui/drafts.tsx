"use client";

import { createContext, Fragment, type ReactNode, use, useMemo, useState, useSyncExternalStore } from "react";
import { type Draft, type DraftFields, isBlank, openingFields } from "@/lib/kernel/draft";
import { DraftStore, type Kept } from "./draft-store";

interface Place {
  readonly subject: string;
  readonly store: DraftStore;
  /** Which forms hold something, and since when it is safe on the server; a new object when that changes. */
  readonly kept: Kept;
}
const Place = createContext<Place | null>(null);

interface Props {
  /** Whose drafts they are: the next one to sign in here sees none of them. */
  readonly owner: number;
  readonly subject: string;
  readonly drafts: readonly Draft[];
  readonly children: ReactNode;
}

/** A place where forms keep what is typed: on the server as one types, and on this device until the server has it. */
export function Drafts({ owner, subject, drafts, children }: Props) {
  // One store per subject for as long as the page lives: what was typed a second ago is known here before it is on the server.
  const store = useMemo(() => DraftStore.of(owner, subject, drafts), [owner, subject, drafts]);
  const kept = useSyncExternalStore(
    store.listen,
    () => store.kept,
    () => store.kept,
  );
  const place = useMemo(() => ({ subject, store, kept }), [subject, store, kept]);
  return (
    <Place value={place}>
      {/* A form that is open already knows only what the server said: it opens anew with what was found on this device. */}
      <Fragment key={kept.round}>{children}</Fragment>
    </Place>
  );
}

export interface FormDraft {
  /** Of the hidden field: `dossier/224/toezegging`. */
  readonly name: string;
  readonly fields: DraftFields;
  /** The server has what was typed; else it lies in this tab only. */
  readonly safe: boolean;
  readonly keep: (form: HTMLFormElement) => void;
  /** Waits for what is on its way, so that it cannot come back after it was recorded. */
  readonly settle: () => Promise<void>;
  /** It was refused: keeps on keeping it. */
  readonly resume: () => void;
  readonly forget: () => void;
}

/** What one form opens with and how it keeps what is typed; null where nothing keeps it. */
export function useFormDraft(form: string | undefined): FormDraft | null {
  const place = use(Place);
  // Read once, when the form opens: what one types from then on stands in the fields themselves.
  const [fields] = useState<DraftFields>(() => (place && form ? openingFields(form, place.store.drafts()) : {}));
  if (!place || !form) return null;
  const { store, subject } = place;
  return {
    name: `${subject}/${form}`,
    fields,
    safe: typeof place.kept.forms[form] === "string",
    keep: (element) => store.keep(form, typedIn(element)),
    settle: () => store.settle(form),
    resume: () => store.resume(form),
    forget: () => store.forget(form),
  };
}

/** The forms of this place that hold something unrecorded, and how to throw one away. */
export function useKeptDrafts(): { forms: readonly string[]; discard: (form: string) => void } {
  const place = use(Place);
  return { forms: Object.keys(place?.kept.forms ?? {}), discard: (form) => place?.store.discard(form) };
}

/** What a person filled in: no hidden field, no password, no file. */
function typedIn(form: HTMLFormElement): DraftFields {
  const fields: Record<string, string[]> = {};
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement))
      continue;
    if (!control.name || ["hidden", "password", "file", "submit"].includes(control.type)) continue;
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type) && !control.checked) continue;
    const name = control.name.replace(/\[\]$/, "");
    fields[name] = [...(fields[name] ?? []), control.value];
  }
  const plain = Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? "")]));
  return isBlank(plain) ? {} : plain;
}

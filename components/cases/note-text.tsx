"use client";

import { useFieldState } from "@/components/ui/action-form";
import { FIELD_ERROR, INPUT } from "@/components/ui/look";
import { useText } from "@/components/ui/text-context";

import { useDelicate } from "./delicate";

/** The sheet one writes the note on; its heading is its label. */
export function NoteText() {
  const t = useText();
  const { onInput, warning } = useDelicate();
  const { error, typed } = useFieldState("text");
  return (
    <>
      <textarea
        className={`${INPUT} min-h-18 resize-y field-sizing-content`}
        name="text"
        onInput={onInput}
        rows={2}
        maxLength={2000}
        aria-label={t("casepage.facts.note")}
        placeholder={t("casepage.facts.notePlaceholder")}
        data-key="M"
        aria-keyshortcuts="M"
        defaultValue={typeof typed === "string" ? typed : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "note-error" : undefined}
      />
      {warning}
      {error && (
        <p className={FIELD_ERROR} id="note-error">
          {error}
        </p>
      )}
    </>
  );
}

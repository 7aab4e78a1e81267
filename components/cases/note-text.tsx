"use client";

import { useFieldState } from "@/components/ui/action-form";
import { useText } from "@/components/ui/text-context";

/** The sheet one writes the note on; its heading is its label. */
export function NoteText() {
  const t = useText();
  const { error, typed } = useFieldState("text");
  return (
    <>
      <textarea
        className="input"
        name="text"
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
      {error && (
        <p className="field-error" id="note-error">
          {error}
        </p>
      )}
    </>
  );
}

"use client";

import { useId } from "react";
import { useFieldState } from "@/components/ui/action-form";
import styles from "./intake.module.css";

/** The browser's own file input, large enough to drop files on; works without JavaScript and by keyboard. */
export function FilesField({ label, hint }: { label: string; hint: string }) {
  const id = useId();
  const { error } = useFieldState("files");
  return (
    <div className="field">
      <div className={styles.drop}>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="file"
          name="files[]"
          multiple
          accept=".csv,.txt,.xml"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        />
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

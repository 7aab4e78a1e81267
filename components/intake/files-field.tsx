"use client";

import { type DragEvent, useId, useRef, useState } from "react";
import { useFieldState } from "@/components/ui/action-form";
import { FIELD_ERROR, FIELD_HINT } from "@/components/ui/look";
import { formatDecimal } from "@/lib/i18n/format";
import styles from "./intake.module.css";

type Chosen = readonly { readonly name: string; readonly size: number }[];
const chosenIn = (input: HTMLInputElement | null): Chosen => [...(input?.files ?? [])].map(({ name, size }) => ({ name, size }));

/** The browser's own file input, with an area around it on which files may be dropped; works without JavaScript and by keyboard. */
export function FilesField({ label, hint }: { label: string; hint: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>([]);
  const [over, setOver] = useState(false);
  const { error } = useFieldState("files");
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files;
    setChosen(chosenIn(input.current));
  };
  return (
    <div className="field block min-w-0">
      <div
        className={over ? `${styles.drop} bg-accent-wash!` : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={id}>{label}</label>
        <input
          ref={input}
          id={id}
          type="file"
          name="files[]"
          multiple
          accept=".csv,.txt,.tsv,.xml,.json,.mt940,.sta,.940"
          onChange={() => setChosen(chosenIn(input.current))}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        />
        {chosen.length > 0 && (
          <ul className={styles.chosen}>
            {chosen.map(({ name, size }) => (
              <li key={name}>
                {name} <span className="text-s text-ink-2">{formatDecimal(Math.max(size / 1e6, 0.01), 2)} MB</span>
              </li>
            ))}
          </ul>
        )}
        <p className={FIELD_HINT} id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      {error && (
        <p className={FIELD_ERROR} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

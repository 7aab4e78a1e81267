"use client";

import { useId } from "react";
import { useFieldState } from "@/components/ui/action-form";
import { FIELD_ERROR, INPUT } from "@/components/ui/look";
import styles from "./policies.module.css";

interface Props {
  name: string;
  label: string;
  value: string;
  unit: string;
  unitFirst: boolean;
  /** What is allowed, and what it was. */
  hint: string;
}

/** A number in the middle of a sentence: a small field with its unit, and what is wrong with it under it. */
export function ValueField({ name, label, value, unit, unitFirst, hint }: Props) {
  const id = useId();
  const { error, typed } = useFieldState(name);
  const mark = (
    <span aria-hidden className="whitespace-nowrap">
      {unit}
    </span>
  );
  return (
    <span className={styles.field}>
      {unitFirst && mark}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        name={name}
        aria-label={`${label} (${unit})`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : `${id}-hint`}
        defaultValue={typeof typed === "string" ? typed : value}
        className={`${INPUT} ${styles.number}`}
        size={Math.max(3, value.length)}
      />
      {!unitFirst && mark}
      <span className={styles.hint} id={`${id}-hint`}>
        {hint}
      </span>
      {error && (
        <span className={FIELD_ERROR} id={`${id}-error`}>
          {error} ({hint})
        </span>
      )}
    </span>
  );
}

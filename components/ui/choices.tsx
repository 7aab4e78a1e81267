"use client";

import { type ReactNode, useId } from "react";
import { useFieldState } from "./action-form";
import { Check } from "./pictograms";

export interface Choice {
  value: string;
  label: ReactNode;
  /** A few words at the end of the row. */
  note?: ReactNode;
  /** Key that chooses it. */
  hotkey?: string;
}

interface Props {
  name: string;
  legend: ReactNode;
  hideLegend?: boolean;
  options: readonly Choice[];
  chosen?: string | readonly string[];
  /** `touch`: 56 px rows, for a phone. */
  size?: "desk" | "touch";
  /** Several may be chosen. */
  several?: boolean;
  error?: string;
}

/** Answers, one row each; the whole row is the target. Radio buttons underneath, so arrows and forms work as everywhere. */
export function Choices({ name, legend, hideLegend, options, chosen, size = "desk", several, error }: Props) {
  const id = useId();
  const known = useFieldState(name);
  const problem = error ?? known.error;
  const marked = [known.typed ?? chosen ?? []].flat();
  return (
    <fieldset
      className={size === "touch" ? "choices choices-touch" : "choices"}
      aria-describedby={problem ? `${id}-error` : undefined}
    >
      <legend className={hideLegend ? "sr-only" : undefined}>{legend}</legend>
      {problem && (
        <p className="field-error" id={`${id}-error`}>
          {problem}
        </p>
      )}
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type={several ? "checkbox" : "radio"}
            name={several ? `${name}[]` : name}
            value={option.value}
            defaultChecked={marked.includes(option.value)}
            data-key={option.hotkey}
            aria-invalid={problem ? true : undefined}
          />
          <span className="choice-mark">
            <Check size={14} />
          </span>
          <span>{option.label}</span>
          {option.note && <small>{option.note}</small>}
        </label>
      ))}
    </fieldset>
  );
}

"use client";

import { type ReactNode, useId } from "react";
import { useFieldState } from "./action-form";
import { CHOICE, CHOICE_MARK, FIELD_ERROR } from "./look";
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
    <fieldset className="min-w-0 border-0" aria-describedby={problem ? `${id}-error` : undefined}>
      <legend className={hideLegend ? "sr-only" : "mb-1 block font-medium"}>{legend}</legend>
      {problem && (
        <p className={FIELD_ERROR} id={`${id}-error`}>
          {problem}
        </p>
      )}
      {options.map((option) => (
        <label className={CHOICE[size]} key={option.value}>
          <input
            type={several ? "checkbox" : "radio"}
            name={several ? `${name}[]` : name}
            value={option.value}
            defaultChecked={marked.includes(option.value)}
            data-key={option.hotkey}
            aria-invalid={problem ? true : undefined}
          />
          <span className={`${CHOICE_MARK[size]} ${several ? "rounded-1" : "rounded-full"}`}>
            <Check size={14} />
          </span>
          <span>{option.label}</span>
          {option.note && <small className="ml-auto text-right text-s font-normal text-ink-2">{option.note}</small>}
        </label>
      ))}
    </fieldset>
  );
}

"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { useFieldState } from "./action-form";
import { FIELD_ERROR, FIELD_HINT, INPUT } from "./look";

interface Named {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Error when the form is not an ActionForm, which hands out its own. */
  error?: string;
}

function useField({ name, hint, error }: Named) {
  const id = useId();
  const known = useFieldState(name);
  const problem = error ?? known.error;
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return { id, problem, described, typed: typeof known.typed === "string" ? known.typed : undefined };
}

/** Label, explanation, the control, and what is wrong with it. */
function Field({
  id,
  label,
  hint,
  problem,
  children,
}: { id: string; problem?: string; children: ReactNode } & Pick<Named, "label" | "hint">) {
  return (
    <div className="field block min-w-0">
      <label className="mb-1 block font-medium" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={FIELD_HINT} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p className={FIELD_ERROR} id={`${id}-error`}>
          {problem}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, ...input }: Named & Omit<ComponentProps<"input">, "name">) {
  const { id, problem, described, typed } = useField({ name: input.name, label, hint, error });
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        type="text"
        {...input}
        id={id}
        className={`${INPUT} ${input.className ?? ""}`}
        defaultValue={typed ?? input.defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
      />
    </Field>
  );
}

/** A calendar day, with the browser's own picker. */
export const DayField = (props: Named & Omit<ComponentProps<"input">, "name">) => <TextField {...props} type="date" />;

/** An amount in euros, typed as people write it: 612,40. */
export function MoneyField({ label, hint, error, ...input }: Named & Omit<ComponentProps<"input">, "name">) {
  const { id, problem, described, typed } = useField({ name: input.name, label, hint, error });
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <div className="relative">
        <span className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-2" aria-hidden>
          €
        </span>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...input}
          id={id}
          className={`${INPUT} pl-7`}
          defaultValue={typed ?? input.defaultValue}
          aria-invalid={problem ? true : undefined}
          aria-describedby={described}
        />
      </div>
    </Field>
  );
}

export function TextAreaField({ label, hint, error, ...input }: Named & Omit<ComponentProps<"textarea">, "name">) {
  const { id, problem, described, typed } = useField({ name: input.name, label, hint, error });
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <textarea
        {...input}
        id={id}
        className={`${INPUT} min-h-18 resize-y field-sizing-content`}
        defaultValue={typed ?? input.defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
      />
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function SelectField({
  label,
  hint,
  error,
  options,
  ...input
}: Named & { options: readonly Option[] } & Omit<ComponentProps<"select">, "name">) {
  const { id, problem, described, typed } = useField({ name: input.name, label, hint, error });
  const chosen = typed ?? input.defaultValue;
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      {/* React resets a form after its action; a select only takes its new default when made anew. */}
      <select
        key={String(chosen)}
        {...input}
        id={id}
        className={INPUT}
        defaultValue={chosen}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

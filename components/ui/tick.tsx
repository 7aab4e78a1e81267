"use client";

import { useFieldState } from "./action-form";
import { CHOICE, CHOICE_MARK } from "./look";
import { Check } from "./pictograms";

/** One box to tick: yes, or nothing. */
export function Tick({ name, label }: { name: string; label: string }) {
  const { typed } = useFieldState(name);
  return (
    <label className={CHOICE.desk}>
      <input type="checkbox" name={name} value="on" defaultChecked={typed === "on"} />
      <span className={`${CHOICE_MARK.desk} rounded-1`}>
        <Check size={14} />
      </span>
      <span>{label}</span>
    </label>
  );
}

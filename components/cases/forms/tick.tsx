"use client";

import { useFieldState } from "@/components/ui/action-form";
import { Check } from "@/components/ui/pictograms";

/** One box to tick: yes, or nothing. */
export function Tick({ name, label }: { name: string; label: string }) {
  const { typed } = useFieldState(name);
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="on" defaultChecked={typed === "on"} />
      <span className="choice-mark">
        <Check size={14} />
      </span>
      <span>{label}</span>
    </label>
  );
}

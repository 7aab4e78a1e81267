"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/field";
import { useText } from "@/components/ui/text-context";
import { formatDay } from "@/lib/i18n/format";
import { addWorkingDays, pensionDay } from "@/lib/kernel/calendar";
import { addDays, addMonths, type Day, firstDay, monthOf } from "@/lib/kernel/day";

interface Props {
  name: string;
  label: string;
  hint?: string;
  today: Day;
  /** Latest day that may be chosen. */
  until?: Day;
  chosen?: Day;
  required?: boolean;
  quick?: readonly Day[];
}

/** Days people name on the phone: the next working days, a week on, and the day the pension comes in. */
export function daysToPromise(today: Day, until: Day): readonly Day[] {
  const pension = pensionDay(firstDay(monthOf(today)));
  const next = pension > today ? pension : pensionDay(firstDay(addMonths(monthOf(today), 1)));
  return [...new Set([addWorkingDays(today, 1), addWorkingDays(today, 2), addDays(today, 7), next])]
    .filter((one) => one <= until)
    .sort();
}

/** A day, typed or picked from the ones people say most. */
export function DayChoice({ quick = [], today, until, chosen, ...field }: Props) {
  const t = useText();
  const whole = useRef<HTMLDivElement>(null);
  // Straight into the field: what was typed before, also in a form that came back, gives way to what is picked.
  const pick = (day: Day) => {
    const input = whole.current?.querySelector("input");
    if (!input) return;
    input.value = day;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div ref={whole}>
      <DayField {...field} min={today} max={until} defaultValue={chosen} />
      {quick.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {quick.map((one) => (
            <Button key={one} size="small" onClick={() => pick(one)}>
              {formatDay(one, "weekdayShort", t.lang)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

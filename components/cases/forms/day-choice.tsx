"use client";

import { type KeyboardEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/field";
import { KeyHint } from "@/components/ui/key-hint";
import { useText } from "@/components/ui/text-context";
import { formatDay } from "@/lib/i18n/format";
import { addWorkingDays, pensionDay } from "@/lib/kernel/calendar";
import { addDays, addMonths, type Day, firstDay, monthOf, weekday } from "@/lib/kernel/day";

interface Props {
  name: string;
  label: string;
  hint?: string;
  today: Day;
  /** Latest day that may be chosen. */
  until?: Day;
  chosen?: Day;
  required?: boolean;
  quick?: readonly NamedDay[];
}

/** A day as people name it, with the letter that picks it while one stands in the field. */
export interface NamedDay {
  readonly day: Day;
  readonly word?: "tomorrow" | "next" | "friday" | "week" | "pension";
  readonly key?: string;
}

/** Days people name on the phone: the next working day, Friday, a week on, and the day the pension comes in; each once, up to `until`. */
export function daysToPromise(today: Day, until: Day): readonly NamedDay[] {
  const pension = pensionDay(firstDay(monthOf(today)));
  const next = addWorkingDays(today, 1);
  const named: readonly NamedDay[] = [
    { day: next, word: next === addDays(today, 1) ? "tomorrow" : "next", key: "M" },
    { day: addDays(today, (12 - weekday(today)) % 7 || 7), word: "friday", key: "V" },
    { day: addDays(today, 7), word: "week", key: "W" },
    { day: pension > today ? pension : pensionDay(firstDay(addMonths(monthOf(today), 1))), word: "pension", key: "A" },
  ];
  const first = named.filter(({ day }, index) => named.findIndex((one) => one.day === day) === index);
  return first.filter(({ day }) => day <= until).toSorted((a, b) => (a.day < b.day ? -1 : 1));
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
  // The browser's day field takes digits only, so that a letter can stand for a day.
  const byKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const named = quick.find(({ key }) => key !== undefined && key === event.key.toUpperCase());
    if (!named) return;
    event.preventDefault();
    pick(named.day);
  };
  return (
    <div ref={whole}>
      <DayField {...field} onKeyDown={byKey} min={today} max={until} defaultValue={chosen} />
      {quick.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {quick.map(({ day, word, key }) => (
            <Button key={day} size="small" onClick={() => pick(day)}>
              {word && t(`casepage.form.named.${word}`)}{" "}
              <span className={word && "text-ink-2"}>{formatDay(day, "weekdayShort", t.lang)}</span>
              {key && <KeyHint>{key}</KeyHint>}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

"use client";

import { useEffect } from "react";

const BUSY = "input, textarea, select, button, a:not([aria-current]), summary, [contenteditable]";

function pressed(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") document.getElementById("line-head")?.focus();
  if (target.closest(BUSY)) return;
  const way = { ArrowDown: "next", ArrowUp: "previous" }[event.key];
  const step = way ? document.querySelector<HTMLElement>(`[data-step="${way}"]`) : null;
  const form = event.key === "Enter" ? document.querySelector<HTMLFormElement>("form#place") : null;
  if (!step && !form) return;
  event.preventDefault();
  step?.click();
  form?.requestSubmit();
}

/**
 * Arrows walk through the list and Enter does what is proposed, as long as no field or button has the keys. Each line that
 * comes up takes the focus on its own head, so that who listens hears it.
 */
export function SuspenseKeys({ lineId, mode }: { lineId: number; mode: string | null }) {
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  useEffect(() => {
    const first = mode ? document.querySelector<HTMLElement>("[data-first] input, [data-first] select") : null;
    (first ?? document.getElementById("line-head"))?.focus({ preventScroll: first === null });
  }, [lineId, mode]);
  return null;
}

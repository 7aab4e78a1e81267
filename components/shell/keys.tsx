"use client";

import { useEffect, useState } from "react";

const TEXT = "input:not([type=radio]):not([type=checkbox]):not([type=submit]), textarea, select, [contenteditable]";
/** A form with something typed in it: single keys do not lead away from it. */
const HOLDS = "form[data-holds]";
/** Kept in this browser; WCAG 2.1.4 asks that single-key shortcuts can be turned off. */
export const KEYS_OFF = "aanbel.keys-off";
const SHOWN_MS = 6_000;

/** The row that was asked for last: pressed again before it is open, a key goes on from there. */
let asked: { readonly row: string; readonly from: string } | null = null;

/** The row after or before the open one in the list on the screen; null when the list does not know it. */
function rowBeside(step: 1 | -1): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>("a[data-row]")].filter((row) => row.getClientRects().length > 0);
  const here = window.location.search;
  const at = rows.findIndex((row) => (asked?.from === here ? row.dataset.row === asked.row : row.ariaCurrent === "true"));
  const row = at < 0 ? null : (rows[at + step] ?? null);
  if (row) asked = { row: row.dataset.row ?? "", from: here };
  return row;
}

function pressed(event: KeyboardEvent, refuse: () => void): void {
  const target = event.target as HTMLElement;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    const find = [...document.querySelectorAll<HTMLInputElement>("[data-find]")].find((one) => one.getClientRects().length > 0);
    if (find) {
      event.preventDefault();
      find.focus();
    }
    return;
  }
  if (event.key === "Escape") {
    closeMenus(null);
    for (const form of document.querySelectorAll<HTMLFormElement>(HOLDS)) delete form.dataset.holds;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented || target.closest(TEXT)) return;
  // On a row the arrows walk as they do in any list.
  if (target.matches("a[data-row]") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const row = rowBeside(event.key === "ArrowDown" ? 1 : -1);
    row?.focus();
    return row?.click();
  }
  if (document.documentElement.dataset.keys === "off") return;
  const wanted = event.key.toUpperCase();
  const known = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
    (each) => each.dataset.key?.toUpperCase() === wanted && each.getClientRects().length > 0,
  );
  if (!known) return;
  event.preventDefault();
  const held = document.querySelector<HTMLFormElement>(HOLDS);
  if (held && !held.contains(known)) return refuse();
  const hit = (wanted === "J" && rowBeside(1)) || (wanted === "K" && rowBeside(-1)) || known;
  hit.focus();
  hit.click();
}

function closeMenus(except: Node | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
    if (!except || !menu.contains(except)) menu.open = false;
  }
}

/** One listener for all keys: whatever carries `data-key` is pressed by it, unless one is typing. Also closes open menus. */
export function Keys({ held }: { held: string }) {
  const [said, setSaid] = useState(0);
  useEffect(() => {
    document.documentElement.dataset.keys = localStorage.getItem(KEYS_OFF) ? "off" : "on";
    const outside = (event: Event) => closeMenus(event.target as Node);
    const key = (event: KeyboardEvent) => pressed(event, () => setSaid((times) => times + 1));
    // Back and forward lead to a case that no key asked for.
    const back = () => {
      asked = null;
    };
    window.addEventListener("popstate", back);
    document.addEventListener("keydown", key);
    document.addEventListener("click", outside);
    return () => {
      window.removeEventListener("popstate", back);
      document.removeEventListener("keydown", key);
      document.removeEventListener("click", outside);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <output
      className="fixed bottom-4 left-1/2 z-50 max-w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 rounded-3 bg-ink px-4 py-2
        text-paper shadow-float empty:hidden print:hidden"
    >
      {said > 0 && held}
    </output>
  );
}

"use client";

import { useEffect } from "react";

const TEXT = "input:not([type=radio]):not([type=checkbox]):not([type=submit]), textarea, select, [contenteditable]";
/** Kept in this browser; WCAG 2.1.4 asks that single-key shortcuts can be turned off. */
export const KEYS_OFF = "aanbel.keys-off";

function pressed(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    const find = document.querySelector<HTMLInputElement>("[data-find]");
    if (find?.offsetParent) {
      event.preventDefault();
      find.focus();
    }
    return;
  }
  if (event.key === "Escape") closeMenus(null);
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented || target.closest(TEXT)) return;
  if (document.documentElement.dataset.keys === "off") return;
  const wanted = event.key.toUpperCase();
  const hit = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
    (each) => each.dataset.key?.toUpperCase() === wanted && each.getClientRects().length > 0,
  );
  if (!hit) return;
  event.preventDefault();
  hit.focus();
  hit.click();
}

function closeMenus(except: Node | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
    if (!except || !menu.contains(except)) menu.open = false;
  }
}

/** One listener for all keys: whatever carries `data-key` is pressed by it, unless one is typing. Also closes open menus. */
export function Keys() {
  useEffect(() => {
    document.documentElement.dataset.keys = localStorage.getItem(KEYS_OFF) ? "off" : "on";
    const outside = (event: Event) => closeMenus(event.target as Node);
    document.addEventListener("keydown", pressed);
    document.addEventListener("click", outside);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("click", outside);
    };
  }, []);
  return null;
}

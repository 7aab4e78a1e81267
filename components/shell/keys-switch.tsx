"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { KEYS_OFF } from "./keys";

const CHANGED = "aanbel.keys";
const subscribe = (changed: () => void) => {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
};

function turn(on: boolean): void {
  if (on) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, "1");
  document.documentElement.dataset.keys = on ? "on" : "off";
  window.dispatchEvent(new Event(CHANGED));
}

/** Single-key shortcuts, on or off in this browser. */
export function KeysSwitch({ label, on, off }: { label: string; on: string; off: string }) {
  const active = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEYS_OFF) === null,
    () => true,
  );
  return (
    <div>
      <h2>{label}</h2>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" aria-pressed={active} onClick={() => turn(true)}>
          {on}
        </Button>
        <Button size="small" aria-pressed={!active} onClick={() => turn(false)}>
          {off}
        </Button>
      </div>
    </div>
  );
}

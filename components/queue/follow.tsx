"use client";

import { useEffect, useRef } from "react";

const LIST_ONLY = "(max-width: 720px)";

/**
 * The first case is open without being named in the address. Named, it stays the open one while its act is being
 * recorded, although it may leave the list by that. On a phone no name means: the list.
 */
function keepInAddress(tenancyId: number | null): void {
  const here = new URL(window.location.href);
  if (tenancyId === null || here.searchParams.has("dossier") || window.matchMedia(LIST_ONLY).matches) return;
  here.searchParams.set("dossier", String(tenancyId));
  window.history.replaceState(null, "", here);
}

/** When another case opens: its row comes into view, its name gets the focus, and what stood scrolled starts at the top. */
export function Follow({ tenancyId }: { tenancyId: number | null }) {
  const before = useRef(tenancyId);
  useEffect(() => {
    keepInAddress(tenancyId);
    document.querySelector(`[data-row="${tenancyId}"]`)?.scrollIntoView({ block: "nearest" });
    if (before.current === tenancyId) return;
    before.current = tenancyId;
    document.querySelector("[data-case]")?.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>("[data-case-name]")?.focus({ preventScroll: true });
  }, [tenancyId]);
  return null;
}

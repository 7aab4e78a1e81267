"use client";

import { useEffect, useRef } from "react";

/** When another case opens: its row comes into view, its name gets the focus, and what stood scrolled starts at the top. */
export function Follow({ tenancyId }: { tenancyId: number | null }) {
  const before = useRef(tenancyId);
  useEffect(() => {
    document.querySelector(`[data-row="${tenancyId}"]`)?.scrollIntoView({ block: "nearest" });
    if (before.current === tenancyId) return;
    before.current = tenancyId;
    document.querySelector("[data-case]")?.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>("[data-case-name]")?.focus({ preventScroll: true });
  }, [tenancyId]);
  return null;
}

"use client";

import { useEffect, useRef, useState } from "react";

const centsOf = (text: string): number => {
  const bare = text
    .replace(/[€\s]/g, "")
    .replace(/\.(?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  return /^\d+(\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 100) : 0;
};

/** How much of the line is still to be divided, while one types. */
export function SplitRest({ cents, left, whole }: { cents: number; left: string; whole: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [given, setGiven] = useState<number | null>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    const count = () =>
      setGiven(
        [...(form?.querySelectorAll<HTMLInputElement>("input[name^='amount']") ?? [])].reduce(
          (sum, it) => sum + centsOf(it.value),
          0,
        ),
      );
    count();
    form?.addEventListener("input", count);
    return () => form?.removeEventListener("input", count);
  }, []);
  const rest = given === null ? null : cents - given;
  const euros = rest === null ? "" : `€ ${(rest / 100).toLocaleString("nl-NL", { minimumFractionDigits: 2 })}`;
  return (
    <p ref={place} role="status" className="text-s text-ink-2">
      {rest === null ? "" : rest === 0 ? whole : `${left} ${euros}`}
    </p>
  );
}

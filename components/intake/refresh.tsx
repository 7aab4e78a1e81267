"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again every few seconds while something is still being read. */
export function Refresh({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}

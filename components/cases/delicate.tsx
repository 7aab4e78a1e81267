"use client";

import { type FormEvent, useState } from "react";
import { useText } from "@/components/ui/text-context";
import { type Delicate, delicateIn } from "@/lib/contact/domain/delicate";

/** Watches what is typed in a note and says when something had better be left out. It warns; it keeps nobody from saving. */
export function useDelicate() {
  const t = useText();
  const [found, setFound] = useState<Delicate | null>(null);
  const onInput = (event: FormEvent<HTMLTextAreaElement>) => setFound(delicateIn(event.currentTarget.value));
  const warning = (
    <p role="status" className="mt-1 text-s font-semibold text-signal empty:hidden">
      {found?.kind === "bsn" && t("casepage.delicate.bsn")}
      {found?.kind === "health" && t("casepage.delicate.health", { word: found.word })}
    </p>
  );
  return { onInput, warning };
}

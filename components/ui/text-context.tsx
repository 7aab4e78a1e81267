"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { Language } from "@/lib/i18n/language";
import { type Messages, phrasesOf, type Translate } from "@/lib/i18n/phrase";
import { livingIn } from "@/lib/i18n/year";

interface Known {
  readonly lang: Language;
  readonly messages: Messages;
}
const Words = createContext<Known>({ lang: "nl", messages: {} });

/** Adds messages to what the browser already has, and tells it the year people live in. Made by `Texts`. */
export function TextProvider({ lang, messages, year, children }: Known & { year: string | null; children: ReactNode }) {
  if (year !== null) livingIn(year);
  const above = use(Words);
  const known = useMemo(() => ({ lang, messages: { ...above.messages, ...messages } }), [above, lang, messages]);
  return <Words value={known}>{children}</Words>;
}

/** Words in a client component: `const t = useText()`; its rooms come from the nearest `Texts`. */
export function useText(): Translate {
  const { lang, messages } = use(Words);
  return useMemo(() => phrasesOf(lang, messages), [lang, messages]);
}

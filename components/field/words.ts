import { createContext } from "preact";
import { useContext } from "preact/hooks";
import enCaretaker from "@/lib/i18n/messages/en/caretaker.json";
import enField from "@/lib/i18n/messages/en/field.json";
import enVisits from "@/lib/i18n/messages/en/visits.json";
import nlCaretaker from "@/lib/i18n/messages/nl/caretaker.json";
import nlField from "@/lib/i18n/messages/nl/field.json";
import nlVisits from "@/lib/i18n/messages/nl/visits.json";
import { flatten, phrasesOf, type Translate } from "@/lib/i18n/phrase";

const ROOMS = {
  nl: { field: nlField, visits: nlVisits, caretaker: nlCaretaker },
  en: { field: enField, visits: enVisits, caretaker: enCaretaker },
} as const;

/** The words that go along: without reception nothing can be asked for. */
export function wordsIn(lang: "nl" | "en"): Translate {
  const messages: Record<string, string> = {};
  for (const [room, nested] of Object.entries(ROOMS[lang])) flatten(room, nested, messages);
  return phrasesOf(lang, messages);
}

export const Words = createContext<Translate>(wordsIn("nl"));
export const useWords = () => useContext(Words);

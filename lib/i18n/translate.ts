import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "../platform/env";
import type { Language } from "./language";
import { flatten, type Messages, type Nested, phrasesOf, type Translate } from "./phrase";

/** All messages of one language: one file per room, its name in front of every key. */
function readMessages(lang: Language): Messages {
  const folder = join(/* turbopackIgnore: true */ env.root(), "lib", "i18n", "messages", lang);
  const all: Record<string, string> = {};
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".json")) continue;
    const text = readFileSync(join(/* turbopackIgnore: true */ folder, file), "utf8");
    flatten(file.slice(0, -".json".length), JSON.parse(text) as Nested, all);
  }
  return all;
}

const kept = new Map<Language, Messages>();
/** Messages, read once; while developing anew each time, so that an edited word shows. */
function messagesOf(lang: Language): Messages {
  const known = kept.get(lang);
  if (known && env.isProduction()) return known;
  const messages = readMessages(lang);
  kept.set(lang, messages);
  return messages;
}

/** The messages of some rooms only (`cases`), or of parts of them (`steps.doing`), to hand to the browser. */
export function messagesOfRooms(lang: Language, rooms: readonly string[]): Messages {
  return Object.fromEntries(Object.entries(messagesOf(lang)).filter(([key]) => rooms.some((room) => key.startsWith(`${room}.`))));
}

/** Words without a request: the command line, letters, jobs. */
export const translate = (lang: Language = "nl"): Translate => phrasesOf(lang, messagesOf(lang));

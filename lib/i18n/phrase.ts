import { IntlMessageFormat } from "intl-messageformat";
import { parseDay, parseMonth } from "../kernel/day";
import { type DayStyle, formatDay, formatEuro, formatMonth } from "./format";
import type { Language } from "./language";

export type Values = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>;
/** A piece of a sentence: plain, or between tags in the message such as `<b>…</b>`. */
export type Part = string | { readonly tag: string; readonly text: string };
/** Messages of one language, flat: `room.key` → ICU text. */
export type Messages = Readonly<Record<string, string>>;

export type Nested = { readonly [key: string]: string | Nested };

/** A room's messages, its name in front of every key. */
export function flatten(prefix: string, nested: Nested, into: Record<string, string>): void {
  for (const [key, value] of Object.entries(nested)) {
    if (typeof value === "string") into[`${prefix}.${key}`] = value;
    else flatten(`${prefix}.${key}`, value, into);
  }
}

/** From a key to words. `parts` keeps `<b>` and `<link>` apart, for components that show them. */
export interface Translate {
  (key: string, values?: Values): string;
  parts(key: string, values?: Values): readonly Part[];
  has(key: string): boolean;
  readonly lang: Language;
}

const TAGS = ["b", "link"] as const;
type Tagged = Record<string, unknown>;
const plainTags: Tagged = Object.fromEntries(TAGS.map((tag) => [tag, (chunks: unknown[]) => chunks.join("")]));
const keptTags: Tagged = Object.fromEntries(
  TAGS.map((tag) => [tag, (chunks: unknown[]) => ({ tag, text: chunks.join("") }) satisfies Part]),
);

const parsed = new Map<string, IntlMessageFormat>();
function messageOf(lang: Language, text: string): IntlMessageFormat {
  const id = `${lang}:${text}`;
  let message = parsed.get(id);
  if (!message) {
    // Dutch number notation in both languages: an amount is written one way in the house.
    message = new IntlMessageFormat(text, lang === "nl" ? "nl-NL" : "en-NL");
    parsed.set(id, message);
  }
  return message;
}

/** A translator over given messages. A missing key shows itself instead of taking the screen down; the house test finds it first. */
export function phrasesOf(lang: Language, messages: Messages): Translate {
  const put = (key: string, values: Values | undefined, tags: Tagged): unknown => {
    const text = messages[key];
    if (text === undefined) return key;
    return messageOf(lang, text).format({ ...tags, ...values } as Record<string, string>);
  };
  const t = ((key, values) => String(put(key, values, plainTags))) as Translate;
  return Object.assign(t, {
    parts: (key: string, values?: Values) => {
      const result = put(key, values, keptTags);
      return (Array.isArray(result) ? result : [result]) as Part[];
    },
    has: (key: string) => messages[key] !== undefined,
    lang,
  });
}

/** Codes' values as people read them: keys ending in `Cents` become euros, ISO days become dates, ISO months their names, the rest stays. */
export function inWords(values: Values | undefined, lang: Language, style: DayStyle = "weekday"): Values {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => {
      if (key.endsWith("Cents") && value !== null && value !== undefined) return [key, formatEuro(BigInt(value))];
      const day = typeof value === "string" ? parseDay(value) : null;
      if (day) return [key, formatDay(day, style, lang)];
      const month = typeof value === "string" ? parseMonth(value) : null;
      return [key, month ? formatMonth(month, "long", lang) : value];
    }),
  );
}

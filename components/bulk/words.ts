import type { Translate } from "@/lib/i18n/phrase";

/** Why a row did not go along, in words: the room's own, else those of the desk. */
export function resultWords(code: string, t: Translate): string {
  const key = [`bulk.out.${code}`, `cases.refused.${code}`].find(t.has);
  return key
    ? t(key, { override: "no", missing: "other", day: "", until: "", days: "", count: "", sign: "", who: "", at: "" })
    : code;
}

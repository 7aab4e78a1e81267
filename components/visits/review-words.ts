import type { ToReview } from "@/lib/field/queries/post";
import { inWords, type Translate } from "@/lib/i18n/phrase";

/** Why it waits, in words: ours, or those of the desk that would not have it as it was. */
export function whyWords({ code, detail }: Pick<ToReview, "code" | "detail">, t: Translate): string {
  const key = [`field.review.${code}`, `cases.refused.${code}`].find(t.has);
  try {
    if (key) return t(key, inWords({ code, override: "no", ...detail }, t.lang));
  } catch {
    // A sentence that wants a value nobody kept: what it is about stands below it.
  }
  return t("field.review.other");
}

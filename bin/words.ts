import { inWords, type Translate } from "@/lib/i18n/phrase";
import { Unanswerable } from "@/lib/kernel/refusal";
import { Hindrance, hindranceIn } from "./database/hindrance";
import { dataFolder } from "./database/place";

/** One clear sentence for what went wrong; a bug keeps its trace, because that is for its maker. */
export function sentenceFor(error: unknown, t: Translate): string {
  const cause = hindranceIn(error, { folder: dataFolder() });
  if (cause instanceof Hindrance) return t(`cli.hindrance.${cause.code}`, cause.detail);
  if (error instanceof Unanswerable) return t(`common.refused.${error.code}`, inWords(error.values, t.lang, "full"));
  const { stack, message } = error as Error;
  return t("cli.hindrance.bug", { trace: stack ?? message ?? String(error) });
}

import type { Translate } from "@/lib/i18n/phrase";
import { Hindrance } from "./database/hindrance";

/** One clear sentence for what went wrong; a bug keeps its trace, because that is for its maker. */
export function sentenceFor(error: unknown, t: Translate): string {
  if (error instanceof Hindrance) return t(`cli.hindrance.${error.code}`, error.detail);
  const { stack, message } = error as Error;
  return t("cli.hindrance.bug", { trace: stack ?? message ?? String(error) });
}

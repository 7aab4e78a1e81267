import type { Translate } from "@/lib/i18n/phrase";

/** Why a payment came back: the bank's code in plain words, with the code; what the bank wrote itself where we have no words for it. */
export const returnWords = (t: Translate, reason: string): string =>
  t.has(`bank.return.${reason}`) ? `${t(`bank.return.${reason}`)} (${reason})` : reason;

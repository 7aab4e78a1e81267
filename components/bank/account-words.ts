import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";

interface Account {
  readonly iban: string;
  readonly through: Day | null;
  readonly gap: { readonly from: Day; readonly to: Day; readonly kind: string } | null;
}

/** What is missing: a day, some days, or something between two statements that do not meet. */
export function gapWords(t: Translate, gap: NonNullable<Account["gap"]>): string {
  const [from, to] = [gap.from, gap.to].map((day) => formatDay(day, "dayMonth", t.lang));
  if (gap.kind !== "days") return t(`bank.gap.${gap.kind}`, { from: from ?? "" });
  return gap.from === gap.to ? t("bank.gap.day", { from: from ?? "" }) : t("bank.gap.days", { from: from ?? "", to: to ?? "" });
}

/** One account in a sentence: up to when its receipts are there, and what is missing. */
export function accountWords(t: Translate, { iban, through, gap }: Account): string {
  const tail = iban.slice(-4);
  const day = through === null ? "" : formatDay(through, "short", t.lang);
  return gap ? t("bank.gap.account", { tail, day, what: gapWords(t, gap) }) : t("bank.gap.whole", { tail, day });
}

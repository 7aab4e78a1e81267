import type { Candidate } from "@/lib/bank/queries/suspense";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";

/** Who and where, in one line. */
export const placeWords = (t: Translate, it: Pick<Candidate, "names" | "address" | "number">): string =>
  `${it.names ?? t("bank.screen.unknown")}, ${it.address} (${t("bank.screen.contract", { number: it.number })})`;

/** What speaks for this tenancy, from the stored facts; then its rent, and that it ended. */
export function reasonWords(t: Translate, it: Candidate): string {
  const facts = it.facts.map((fact) => t(`bank.fact.${fact}`));
  return [
    ...facts,
    ...(it.searched && facts.length === 0 ? [t("bank.screen.found")] : []),
    ...(it.rentCents ? [t("bank.screen.rent", { amount: formatEuro(BigInt(it.rentCents)) })] : []),
    ...(it.endsOn ? [t("bank.screen.ended", { day: formatDay(it.endsOn, "short", t.lang) })] : []),
  ].join(" · ");
}

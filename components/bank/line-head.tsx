import Link from "next/link";
import { FactList } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import type { SuspenseLine } from "@/lib/bank/queries/suspense";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { returnWords } from "./return-words";

/** What the bank tells of the line that waits, and why it waits. */
export function LineHead({ t, line, position }: { t: Translate; line: SuspenseLine; position: string }) {
  return (
    <>
      <header>
        <p className="text-s text-ink-2">{position}</p>
        <h2 id="line-head" tabIndex={-1}>
          <Money cents={BigInt(line.cents)} />, {line.counterparty ?? t("bank.screen.unknown")}
        </h2>
        {line.because && <p>{t(`bank.because.${line.because}`)}</p>}
      </header>
      <FactList
        facts={[
          [t("bank.screen.booked"), formatDay(line.bookedOn, "full", t.lang)],
          [t("bank.screen.account"), line.iban ?? t("bank.screen.unknown")],
          ...(line.reference ? [[t("bank.screen.reference"), line.reference] as const] : []),
          ...(line.remittance ? [[t("bank.screen.text"), line.remittance] as const] : []),
          ...(line.returnReason ? [[t("bank.screen.returned"), returnWords(t, line.returnReason)] as const] : []),
          [
            t("bank.screen.statement"),
            <Link key="statement" href={`/afschriften/${line.statementId}`}>
              {t("bank.screen.seeStatement")}
            </Link>,
          ],
        ]}
      />
    </>
  );
}

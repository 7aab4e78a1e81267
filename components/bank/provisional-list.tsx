import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Money } from "@/components/ui/money";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawPayment } from "@/lib/bank/actions";
import type { Provisional } from "@/lib/bank/queries/provisional";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";

/** What is believed until its day; what was not found by then carries the signal. */
export function ProvisionalList({ t, payments }: { t: Translate; payments: readonly (Provisional & { commandId: string })[] }) {
  if (payments.length === 0) return <p>{t("bank.provisional.none")}</p>;
  return (
    <ul className={styles.latest}>
      {payments.map((one) => (
        <li key={one.id}>
          <span>
            <Money cents={BigInt(one.cents)} strong />, {t(`bank.provisional.${one.kind}`)},{" "}
            {formatDay(one.paidOn, "weekdayShort", t.lang)}
            {one.receiptNumber && `, ${t("bank.provisional.numbered", { number: one.receiptNumber })}`} ·{" "}
            <Link href={`/dossier/${one.tenancyId}`}>{one.names ?? one.number}</Link>{" "}
            {one.overdue ? (
              <span className="need">{t("bank.provisional.overdue")}</span>
            ) : (
              <span className="text-s text-ink-2">
                {t("bank.provisional.until", { day: formatDay(one.holdsUntil, "weekdayShort", t.lang) })}
              </span>
            )}
          </span>
          <ActionForm action={withdrawPayment} hidden={{ commandId: one.commandId, paymentId: one.id }}>
            <SubmitButton kind="quiet" size="small">
              {t("bank.provisional.withdraw")}
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

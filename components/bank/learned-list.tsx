import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { forgetIban } from "@/lib/bank/actions";
import type { LearnedIban } from "@/lib/bank/queries/statements";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";

/** Accounts that staff taught, each to forget again. */
export function LearnedList({
  t,
  learned,
}: {
  t: Translate;
  learned: readonly (LearnedIban & { readonly commandId: string })[];
}) {
  return (
    <ul className={styles.latest}>
      {learned.map((one) => (
        <li key={one.id}>
          <span>
            {one.iban} · <Link href={`/dossier/${one.tenancyId}`}>{one.names ?? one.number}</Link>{" "}
            <span className="text-s text-ink-2">{t("bank.learned.on", { day: formatDay(one.learnedOn, "short", t.lang) })}</span>
          </span>
          <ActionForm action={forgetIban} hidden={{ commandId: one.commandId, ibanId: one.id }}>
            <SubmitButton kind="quiet" size="small">
              {t("bank.learned.forget")}
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

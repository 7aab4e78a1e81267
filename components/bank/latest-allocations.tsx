import { ActionForm } from "@/components/ui/action-form";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { reverseAllocation } from "@/lib/bank/actions";
import type { SuspenseAllocation } from "@/lib/bank/queries/suspense";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";

interface Props {
  t: Translate;
  allocations: readonly SuspenseAllocation[];
  /** One for each allocation. */
  commandIds: readonly string[];
}

/** What was placed last, with the way back; Z takes back the last one. */
export function LatestAllocations({ t, allocations, commandIds }: Props) {
  return (
    <Section title={t("bank.screen.latest")} className="mt-8">
      <ul className={styles.latest}>
        {allocations.map((it, at) => (
          <li key={it.id}>
            <span>
              <Money cents={BigInt(it.cents)} strong />, {it.counterparty ?? t("bank.screen.unknown")} ·{" "}
              {it.places ?? (it.note && t.has(`bank.aside.${it.note}`) ? t(`bank.aside.${it.note}`) : t("bank.screen.wasAside"))}
            </span>
            <ActionForm action={reverseAllocation} hidden={{ commandId: commandIds[at] ?? "", lineId: it.id }}>
              <SubmitButton kind="quiet" size="small" hotkey={at === 0 ? "Z" : undefined}>
                {t("bank.screen.undo")}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

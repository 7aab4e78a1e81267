import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoPlacement } from "@/lib/bank/actions";
import type { Placement } from "@/lib/bank/queries/suspense";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";

/** What was placed last, with the way back. */
export function LatestPlacements({ t, placements }: { t: Translate; placements: readonly Placement[] }) {
  return (
    <Section title={t("bank.screen.latest")} className={styles.tray}>
      <ul className={styles.latest}>
        {placements.map((it) => (
          <li key={it.id}>
            <span>
              <Money cents={BigInt(it.cents)} strong />, {it.counterparty ?? t("bank.screen.unknown")} →{" "}
              {it.number
                ? `${it.names ?? ""} (${t("bank.screen.contract", { number: it.number })})`.trim()
                : t("bank.screen.wasAside")}
            </span>
            <ActionForm action={undoPlacement} hidden={{ commandId: randomUUID(), lineId: it.id }}>
              <SubmitButton kind="quiet" size="small">
                {t("bank.screen.undo")}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

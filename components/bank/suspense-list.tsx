import Link from "next/link";
import { Money } from "@/components/ui/money";
import type { SuspenseLine } from "@/lib/bank/queries/suspense";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";

/** Oldest first; the whole row is the target. */
export function SuspenseList({ t, lines, chosen }: { t: Translate; lines: readonly SuspenseLine[]; chosen: number }) {
  return (
    <nav aria-label={t("bank.screen.list")}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link
              className={styles.row}
              href={`/te-plaatsen?regel=${line.id}`}
              aria-current={line.id === chosen ? "true" : undefined}
              scroll={false}
            >
              <b>{line.counterparty ?? t("bank.screen.unknown")}</b>
              <Money cents={BigInt(line.cents)} />
              <small>
                {formatDay(line.bookedOn, "weekdayShort", t.lang)}
                {line.remittance && `, ${line.remittance.slice(0, 60)}`}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

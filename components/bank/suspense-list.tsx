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
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 min-h-9 py-2 px-3 text-inherit no-underline border-b
                border-line hover:bg-accent-wash [&[aria-current]]:bg-paper
                [&[aria-current]]:shadow-[inset_3px_0_0_var(--accent)] [&_small]:col-span-full
                [&_small]:text-ink-2"
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

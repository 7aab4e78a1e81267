import Link from "next/link";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { ImportRow } from "@/lib/intake/queries/history";
import { fileWords } from "./file-words";
import styles from "./intake.module.css";

/** The files that were offered, newest first, each with what became of it. */
export function History({ t, rows }: { t: Translate; rows: readonly ImportRow[] }) {
  return (
    <ul className="list-none">
      {rows.map((row) => (
        <li key={row.id} className={styles.file}>
          <div className={styles.name}>
            <span>
              <b>{row.name}</b>
              <span className="text-s text-ink-2">
                , {t(`intake.format.${row.format}`)},{" "}
                {t(`intake.status.${row.status === "interrupted" ? "refused" : row.status}`)}
              </span>
            </span>
            <span className="text-s text-ink-2">
              {formatMoment(row.startedAt, "weekdayShort", t.lang)}
              {row.by && `, ${t("intake.screen.by", { name: row.by })}`}
            </span>
          </div>
          <p>{fileWords(t, row)}</p>
          {row.ignored + row.rejected + row.changed + row.noted > 0 && (
            <p>
              <Link href={`/bestanden/${row.id}`}>{t("intake.screen.open")}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

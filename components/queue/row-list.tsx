"use client";

import Link from "next/link";
import { ClaimMark } from "@/components/cases/presence";
import { useText } from "@/components/ui/text-context";
import styles from "./queue.module.css";

/** One person of the list, in words. Small: a page holds eighty of them, and sends each twice. */
export interface ShownRow {
  readonly id: number;
  readonly name: string;
  readonly step: string;
  readonly place: string;
  readonly detail: string;
  /** A person is needed today. */
  readonly need?: true;
  /** Something was typed here and not recorded. */
  readonly draft?: true;
}

/** The whole row opens the case, and the mark at its end tells why it stands there, or not. `address` is the list's own. */
export function RowList({ rows, chosen, address }: { rows: readonly ShownRow[]; chosen: number | null; address: string }) {
  const t = useText();
  const open = `${address}${address.includes("?") ? "&" : "?"}dossier=`;
  return (
    <ol className="list-none">
      {rows.map((row) => {
        const why = t("queue.row.why", { name: row.name });
        return (
          <li key={row.id} className={styles.item}>
            <Link
              href={`${open}${row.id}`}
              prefetch={false}
              className={styles.row}
              aria-current={row.id === chosen ? "true" : undefined}
              data-row={row.id}
            >
              <span className={styles.line}>
                <span className={styles.name}>{row.name}</span>
                <span className={row.need ? `${styles.stepWord} need` : styles.stepWord}>
                  {row.need && <span className="sr-only">{t("queue.row.needsPerson")} </span>}
                  {row.step}
                </span>
              </span>
              <span className={styles.line}>
                <span className={styles.place}>
                  {row.place} <ClaimMark tenancyId={row.id} />
                </span>
                <span className={styles.detail}>{row.draft ? <b>{t("queue.row.draft")}</b> : row.detail}</span>
              </span>
            </Link>
            <a href={`/dossier/${row.id}/waarom`} className={styles.ask} aria-label={why} title={why}>
              ?
            </a>
          </li>
        );
      })}
    </ol>
  );
}

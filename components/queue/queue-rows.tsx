import Link from "next/link";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { type FoundRow, filterHref, needsPerson, type QueueList, type QueueRow } from "@/lib/queue/domain";
import styles from "./queue.module.css";
import { rowName, rowPlace, rowSilence, rowStep } from "./row-words";

interface Shown {
  name: string;
  step: string;
  place: string;
  detail: string;
  need: boolean;
}

/** One person of the list; the whole row opens the case, and the mark at its end tells why it stands there, or not. */
function Row({ id, href, current, shown, t }: { id: number; href: string; current: boolean; shown: Shown; t: Translate }) {
  const why = t("queue.row.why", { name: shown.name });
  return (
    <li className={styles.item}>
      <Link
        href={href}
        prefetch={false}
        className={styles.row}
        data-need={shown.need || undefined}
        aria-current={current ? "true" : undefined}
        data-row={id}
      >
        <span className={styles.line}>
          <span className={styles.name}>{shown.name}</span>
          <span className={styles.stepWord}>
            {shown.need && <span className="sr-only">{t("queue.row.needsPerson")} </span>}
            {shown.step}
          </span>
        </span>
        <span className={styles.line}>
          <span className={styles.place}>{shown.place}</span>
          <span className={styles.detail}>{shown.detail}</span>
        </span>
      </Link>
      <Link href={`/dossier/${id}/waarom`} prefetch={false} className={styles.ask} aria-label={why} title={why}>
        ?
      </Link>
    </li>
  );
}

const ofQueue = (row: QueueRow, t: Translate): Shown => ({
  name: rowName(row, t),
  step: rowStep(row, t),
  place: rowPlace(row, t),
  detail: rowSilence(row, t),
  need: needsPerson(row),
});

const ofFound = (row: FoundRow, t: Translate): Shown => ({
  name: rowName(row, t),
  step: row.open ? rowStep(row, t) : t("queue.search.noCase"),
  place: rowPlace({ ...row, together: [] }, t),
  detail: row.endsOn
    ? t("queue.search.departed", { day: formatDay(row.endsOn as Day, "dated", t.lang) })
    : row.open
      ? t("queue.row.monthsLong", { count: row.monthsBehind })
      : row.number,
  need: false,
});

/** The rows of the list, or of a search, in one order that never changes under the cursor. */
export function QueueRows({ list, t }: { list: QueueList; t: Translate }) {
  const { filter, found, rows, total } = list;
  const href = (tenancyId: number) => filterHref({ ...filter, chosen: tenancyId });
  const shown = found
    ? found.map((row) => ({ id: row.tenancyId, shown: ofFound(row, t) }))
    : rows.map((row) => ({ id: row.tenancyId, shown: ofQueue(row, t) }));
  return (
    <>
      <ol className={styles.rows}>
        {shown.map((row) => (
          <Row key={row.id} id={row.id} href={href(row.id)} current={row.id === list.chosenId} shown={row.shown} t={t} />
        ))}
      </ol>
      {!found && rows.length < total && (
        <p className={styles.moreRows}>
          {t("queue.shown", { shown: rows.length, total })}{" "}
          <Link href={filterHref({ ...filter, rows: rows.length + 400 })} scroll={false}>
            {t("queue.more")}
          </Link>
        </p>
      )}
      {!found && (
        <p className={styles.moreRows}>
          <Link href="/werklijst/terug" prefetch={false}>
            {t("explain.past.link")}
          </Link>
        </p>
      )}
    </>
  );
}

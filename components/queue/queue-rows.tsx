import Link from "next/link";
import { ClaimMark } from "@/components/cases/presence";
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
  /** Something was typed here and not recorded. */
  draft: boolean;
}

/** One person of the list; the whole row opens the case, and the mark at its end tells why it stands there, or not. */
function Row({ id, href, current, shown, t }: { id: number; href: string; current: boolean; shown: Shown; t: Translate }) {
  const why = t("queue.row.why", { name: shown.name });
  return (
    <li className="relative">
      <Link
        href={href}
        prefetch={false}
        className={styles.row}
        data-need={shown.need || undefined}
        aria-current={current ? "true" : undefined}
        data-row={id}
      >
        <span className="flex justify-between gap-x-3 [&>:first-child]:min-w-0">
          <span className="font-semibold wrap-anywhere">{shown.name}</span>
          <span className={styles.stepWord}>
            {shown.need && <span className="sr-only">{t("queue.row.needsPerson")} </span>}
            {shown.step}
          </span>
        </span>
        <span className="flex justify-between gap-x-3 [&>:first-child]:min-w-0">
          <span className="font-normal text-s text-ink-2">
            {shown.place} <ClaimMark tenancyId={id} />
          </span>
          <span className="font-normal text-s text-ink-2 text-right whitespace-nowrap">
            {shown.draft ? <b>{t("queue.row.draft")}</b> : shown.detail}
          </span>
        </span>
      </Link>
      <Link
        href={`/dossier/${id}/waarom`}
        prefetch={false}
        className="absolute [inset:0_0_1px_auto] z-2 grid place-items-center w-7 text-ink-3 font-normal text-s
          no-underline hover:text-ink hover:underline focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]
          max-[720px]:w-11"
        aria-label={why}
        title={why}
      >
        ?
      </Link>
    </li>
  );
}

type Bare = Omit<Shown, "draft">;
const ofQueue = (row: QueueRow, t: Translate): Bare => ({
  name: rowName(row, t),
  step: rowStep(row, t),
  place: rowPlace(row, t),
  detail: rowSilence(row, t),
  need: needsPerson(row),
});

const ofFound = (row: FoundRow, t: Translate): Bare => ({
  name: rowName(row, t),
  step: row.open ? rowStep(row, t) : t("queue.search.noCase"),
  place: row.viaName
    ? t("queue.search.via", { name: row.viaName, role: t(`casepage.facts.role.${row.viaRole}`) })
    : rowPlace({ ...row, together: [] }, t),
  detail: row.endsOn
    ? t("queue.search.departed", { day: formatDay(row.endsOn as Day, "dated", t.lang) })
    : row.open
      ? t("queue.row.monthsLong", { count: row.monthsBehind })
      : row.number,
  need: false,
});

/** The rows of the list, or of a search, in one order that never changes under the cursor. */
export function QueueRows({ list, unrecorded, t }: { list: QueueList; unrecorded: ReadonlySet<number>; t: Translate }) {
  const { filter, found, rows, total } = list;
  const href = (tenancyId: number) => filterHref({ ...filter, chosen: tenancyId });
  const shown = found
    ? found.map((row) => ({ id: row.tenancyId, shown: ofFound(row, t) }))
    : rows.map((row) => ({ id: row.tenancyId, shown: ofQueue(row, t) }));
  return (
    <>
      <ol className="list-none">
        {shown.map((row) => (
          <Row
            key={row.id}
            id={row.id}
            href={href(row.id)}
            current={row.id === list.chosenId}
            shown={{ ...row.shown, draft: unrecorded.has(row.id) }}
            t={t}
          />
        ))}
      </ol>
      {!found && rows.length < total && (
        <p className="pt-3 pb-5 px-5 text-ink-2 font-normal text-s max-[1360px]:px-4">
          {t("queue.shown", { shown: rows.length, total })}{" "}
          <Link href={filterHref({ ...filter, rows: rows.length + 400 })} scroll={false}>
            {t("queue.more")}
          </Link>
        </p>
      )}
      {!found && (
        <p className="pt-3 pb-5 px-5 text-ink-2 font-normal text-s max-[1360px]:px-4">
          <Link href="/werklijst/terug" prefetch={false}>
            {t("explain.past.link")}
          </Link>
        </p>
      )}
    </>
  );
}

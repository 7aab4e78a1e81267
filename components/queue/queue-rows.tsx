import Link from "next/link";
import { dueDay } from "@/lib/cases/domain/owner";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { filterHref } from "@/lib/queue/domain/filter";
import { type FoundRow, needsPerson, type QueueRow } from "@/lib/queue/domain/rows";
import type { QueueList } from "@/lib/queue/domain/window";
import { RowList, type ShownRow } from "./row-list";
import { rowDue, rowFinder, rowName, rowPlace, rowSilence, rowStep } from "./row-words";

function ofQueue(row: QueueRow, today: Day, t: Translate): Omit<ShownRow, "id"> {
  const kind = row.since ? row.doing : null;
  const need = row.since && kind ? dueDay(kind, row.since) < today : needsPerson(row);
  return {
    name: rowName(row, t),
    ...(row.since && kind
      ? { step: rowDue(kind, row.since, today, t), place: rowStep(row, t), detail: rowFinder(kind, t) }
      : { step: rowStep(row, t), place: rowPlace(row, t), detail: rowSilence(row, t) }),
    ...(need ? { need: true as const } : {}),
  };
}

const ofFound = (row: FoundRow, t: Translate): Omit<ShownRow, "id"> => ({
  name: rowName(row, t),
  step: row.open ? rowStep(row, t) : t("queue.search.noCase"),
  place: [
    rowPlace({ ...row, together: [] }, t),
    row.paidOn && t("queue.search.paidOn", { day: formatDay(row.paidOn as Day, "dated", t.lang) }),
    row.viaName && t("queue.search.via", { name: row.viaName, role: t(`casepage.facts.role.${row.viaRole}`) }),
  ]
    .filter(Boolean)
    .join(" · "),
  detail: row.endsOn
    ? t("queue.search.departed", { day: formatDay(row.endsOn as Day, "dated", t.lang) })
    : row.open
      ? t("queue.row.monthsLong", { count: row.monthsBehind })
      : row.number,
});

/** The rows of the list, or of a search, in one order that never changes under the cursor. */
export function QueueRows({ list, unrecorded, t }: { list: QueueList; unrecorded: ReadonlySet<number>; t: Translate }) {
  const { filter, found, rows, total } = list;
  const draft = (id: number) => (unrecorded.has(id) ? { draft: true as const } : {});
  const shown = found
    ? found.map((row) => ({ id: row.tenancyId, ...ofFound(row, t), ...draft(row.tenancyId) }))
    : rows.map((row) => ({ id: row.tenancyId, ...ofQueue(row, list.today, t), ...draft(row.tenancyId) }));
  const [from = 1, to = rows.length] = [rows[0]?.place, rows.at(-1)?.place];
  return (
    <>
      {!found && from > 1 && (
        <p className="px-5 pt-3 pb-3 text-s text-ink-2 max-[1360px]:px-4">
          <Link href={filterHref({ ...filter, chosen: null })} prefetch={false}>
            {t("queue.toStart")}
          </Link>
        </p>
      )}
      <RowList rows={shown} chosen={list.chosenId} address={filterHref({ ...filter, chosen: null })} />
      {!found && rows.length < total && (
        <p className="px-5 pt-3 pb-5 text-s text-ink-2 max-[1360px]:px-4">
          {t("queue.shown", { from, to, total })}{" "}
          <Link href={filterHref({ ...filter, rows: rows.length + 400 })} scroll={false} prefetch={false}>
            {t("queue.more")}
          </Link>
        </p>
      )}
      {!found && filter.tab === "problems" && (
        <p className="px-5 pt-3 text-s text-ink-2 max-[1360px]:px-4">
          <Link href="/uitzoeken" prefetch={false}>
            {t("queue.allProblems")}
          </Link>
        </p>
      )}
      {!found && (
        <p className="px-5 pt-3 pb-5 text-s text-ink-2 max-[1360px]:px-4">
          <Link href="/werklijst/terug" prefetch={false}>
            {t("explain.past.link")}
          </Link>
        </p>
      )}
    </>
  );
}

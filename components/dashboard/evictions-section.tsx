import { BECAME } from "@/lib/dashboard/domain";
import type { Board } from "@/lib/dashboard/queries/board";
import { formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { addMonths } from "@/lib/kernel/day";
import styles from "./dashboard.module.css";
import { Doors } from "./doors";

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((100 * part) / whole));

export function EvictionsSection({ board, t }: { board: Board; t: Translate }) {
  const year = Number(board.month.slice(0, 4));
  const now = board.law.evictions;
  const before = board.evictionsBefore.count;
  const label = (y: number) =>
    board.month.endsWith("-12")
      ? t("dashboard.evictionsIn", { year: String(y) })
      : t("dashboard.evictionsUpTo", { year: String(y), month: formatMonth(board.month, "name", t.lang) });
  // A figure of before the ledger is known for a whole year only: no comparison with part of this one.
  const comparable = !board.evictionsBefore.byHand || board.month.endsWith("-12");
  const difference = comparable ? before - now : 0;
  const nowLabel =
    difference > 0
      ? t("dashboard.fewer", { label: label(year), count: difference })
      : difference < 0
        ? t("dashboard.moreEvictions", { label: label(year), count: -difference })
        : label(year);
  const beforeLabel = board.evictionsBefore.byHand
    ? `${t("dashboard.evictionsIn", { year: String(year - 1) })}, ${t("dashboard.byHand")}`
    : label(year - 1);
  const list = (month: Board["month"]) => `/resultaten/lijst?soort=uitzettingen&maand=${month}`;
  const facts = [
    [
      t("dashboard.calledFirstMonth"),
      inPercent(board.cases.calledFirstMonth, board.cases.opened, t),
      inPercent(board.casesBefore.calledFirstMonth, board.casesBefore.opened, t),
    ],
    [t("dashboard.helped"), String(board.law.helped), String(board.lawBefore.helped)],
    [t("dashboard.leftAfterJudgment"), String(board.law.keysReturned), String(board.lawBefore.keysReturned)],
  ] as const;
  return (
    <section
      className={`${styles.section} col-[span_5] max-[1000px]:col-span-full print:col-[span_5]`}
      aria-labelledby="evictions"
    >
      <h2 id="evictions">{t("dashboard.evictionsTitle")}</h2>
      <p className={styles.sub}>{t("dashboard.evictionsSub")}</p>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-y-2 gap-x-5 items-end mt-1 [&_p]:text-ink-2 [&_p]:mb-1">
        {board.evictionsBefore.byHand ? (
          <span className={styles.figure}>{before}</span>
        ) : (
          <a className={styles.figure} href={list(addMonths(board.month, -12))}>
            {before}
          </a>
        )}
        <div>
          <p>{beforeLabel}</p>
          <Doors count={before} tone="before" />
        </div>
        <a className={styles.figure} href={list(board.month)}>
          {now}
        </a>
        <div>
          <p>{nowLabel}</p>
          <Doors count={now} tone="now" />
        </div>
      </div>
      <ul
        className="mt-3 border-t border-t-line list-none [&_li]:flex [&_li]:gap-3 [&_li]:py-[5px] [&_li]:px-0
          [&_li]:border-b [&_li]:border-b-line [&_li>span:last-child]:ml-auto
          [&_li>span:last-child]:text-right"
      >
        <li>
          <span>
            {t("dashboard.judged")}: {cameOf(board.law.judged, t)}
          </span>
          <span>
            <a href={`/resultaten/lijst?soort=vonnissen&maand=${board.month}`}>{total(board.law.judged)}</a>
            {t("dashboard.lastYearIs", { value: String(total(board.lawBefore.judged)) })}
          </span>
        </li>
        {facts.map(([what, value, last]) => (
          <li key={what}>
            <span>{what}</span>
            <span>
              <b>{value}</b>
              {t("dashboard.lastYearIs", { value: last })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const total = (judged: Board["law"]["judged"]): number => Object.values(judged).reduce((sum, count) => sum + count, 0);

/** What came of each judgment, in the order of how it ended; only what there was. */
const cameOf = (judged: Board["law"]["judged"], t: Translate): string =>
  BECAME.filter((code) => judged[code])
    .map((code) => t(`dashboard.became_${code}`, { count: judged[code] ?? 0 }))
    .join(", ");

function inPercent(part: number, whole: number, t: Translate): string {
  const value = share(part, whole);
  return value === null ? t("dashboard.unknown") : t("dashboard.percent", { percent: value });
}

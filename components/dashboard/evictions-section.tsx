import type { Board } from "@/lib/dashboard/queries/board";
import { formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
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
  const difference = before - now;
  const nowLabel =
    difference > 0
      ? t("dashboard.fewer", { label: label(year), count: difference })
      : difference < 0
        ? t("dashboard.moreEvictions", { label: label(year), count: -difference })
        : label(year);
  const beforeLabel = board.evictionsBefore.byHand ? `${label(year - 1)}, ${t("dashboard.byHand")}` : label(year - 1);
  const list = (month: string) => `/resultaten/lijst?soort=uitzettingen&maand=${month}`;
  const facts = [
    [
      t("dashboard.calledFirstMonth"),
      inPercent(board.cases.calledFirstMonth, board.cases.opened, t),
      inPercent(board.casesBefore.calledFirstMonth, board.casesBefore.opened, t),
    ],
    [t("dashboard.judgmentStayed"), String(board.law.stayed), String(board.lawBefore.stayed)],
    [t("dashboard.helped"), String(board.law.helped), String(board.lawBefore.helped)],
    [t("dashboard.leftAfterJudgment"), String(board.law.keysReturned), String(board.lawBefore.keysReturned)],
  ] as const;
  return (
    <section className={`${styles.section} ${styles.c5}`} aria-labelledby="evictions">
      <h2 id="evictions">{t("dashboard.evictionsTitle")}</h2>
      <p className={styles.sub}>{t("dashboard.evictionsSub")}</p>
      <div className={styles.doors}>
        <span className={styles.figure}>{before}</span>
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
      <ul className={styles.list}>
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

function inPercent(part: number, whole: number, t: Translate): string {
  const value = share(part, whole);
  return value === null ? t("dashboard.unknown") : t("dashboard.percent", { percent: value });
}

import { reductionPercent } from "@/lib/dashboard/domain";
import type { Board } from "@/lib/dashboard/queries/board";
import { formatEuro, formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Month } from "@/lib/kernel/day";
import styles from "./dashboard.module.css";
import { LineChart } from "./line-chart";

/** Less, more or the same, in words: never a coloured arrow alone. */
export function changeInWords(percent: number | null, t: Translate): string | null {
  if (percent === null) return null;
  return percent >= 0 ? t("dashboard.less", { percent }) : t("dashboard.more", { percent: -percent });
}

export function ArrearsSection({ board, t }: { board: Board; t: Translate }) {
  const short = (month: Month) => formatMonth(month, "short", t.lang);
  return (
    <section className={`${styles.section} col-[span_7] max-[1000px]:col-span-full print:col-[span_7]`} aria-labelledby="arrears">
      <h2 id="arrears">{t("dashboard.arrearsTitle")}</h2>
      <p className={styles.sub}>{t("dashboard.arrearsSub")}</p>
      <LineChart
        lines={board.lines}
        title={t("dashboard.arrearsTitle")}
        shortMonth={short}
        euros={(amount) => formatEuro(amount, "whole")}
        nowLabel={formatMonth(board.month, "shortYear", t.lang)}
        beforeLabel={t("dashboard.lineBefore")}
        changeLabel={changeInWords(board.reduction, t)}
      />
      <details
        className="mt-2 [&_summary]:cursor-pointer [&_summary]:text-ink-2 [&_summary]:font-normal
          [&_summary]:text-s/6 [&_summary]:underline [&_summary]:decoration-control
          [&_summary]:underline-offset-[3px] [&_summary]:min-h-6 print:hidden"
      >
        <summary>{t("dashboard.asTable")}</summary>
        <div className="overflow-x-auto">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("dashboard.month")}</th>
                <th scope="col" className={styles.num}>
                  {t("dashboard.thisYear")}
                </th>
                <th scope="col" className={styles.num}>
                  {t("dashboard.yearBefore")}
                </th>
                <th scope="col" className={styles.num}>
                  {t("dashboard.change")}
                </th>
              </tr>
            </thead>
            <tbody>
              {board.lines.map((pair) => (
                <tr key={pair.month}>
                  <td>{formatMonth(pair.month, "long", t.lang)}</td>
                  <td className={styles.num}>
                    {pair.arrears === null ? (
                      t("dashboard.unknown")
                    ) : (
                      <a href={`/resultaten/lijst?soort=achterstand&maand=${pair.month}`}>{formatEuro(pair.arrears)}</a>
                    )}
                  </td>
                  <td className={styles.num}>{pair.before === null ? t("dashboard.unknown") : formatEuro(pair.before)}</td>
                  <td className={styles.num}>{changeInWords(reductionPercent(pair.arrears, pair.before), t) ?? ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

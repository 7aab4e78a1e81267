import type { Board } from "@/lib/dashboard/queries/board";
import { formatEuro, formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { cents } from "@/lib/kernel/money";
import styles from "./dashboard.module.css";

/** Rounded to hundreds of euros: the figure a director says aloud; its list has the cents. */
const quotable = (amount: bigint) => formatEuro(cents(((amount + 5_000n) / 10_000n) * 10_000n), "whole");

/** The one sentence a director can quote, computed from the board. */
export function Headline({ board, t }: { board: Board; t: Translate }) {
  const year = board.month.slice(0, 4);
  const { reduction } = board;
  const change =
    reduction === null
      ? t("dashboard.sayUnknown")
      : reduction === 0
        ? t("dashboard.saySame")
        : reduction > 0
          ? t("dashboard.sayLess", { percent: reduction })
          : t("dashboard.sayMore", { percent: -reduction });
  const before = board.evictionsBefore.count;
  const wholeYear = board.month.endsWith("-12");
  return (
    <h1 className={styles.say}>
      {t("dashboard.sayOpen", { month: formatMonth(board.month, "name", t.lang) })}{" "}
      <a href={`/resultaten/lijst?soort=achterstand&maand=${board.month}`}>{quotable(board.arrears ?? 0n)}</a> {change}{" "}
      <a href={`/resultaten/lijst?soort=uitzettingen&maand=${board.month}`}>
        {t("dashboard.evictions", { count: board.law.evictions })}
      </a>
      {wholeYear
        ? t("dashboard.sayEvictionsYear", { before })
        : ` ${t(board.evictionsBefore.byHand ? "dashboard.sayEvictionsWhole" : "dashboard.sayEvictionsPart", { month: formatMonth(board.month, "name", t.lang), before, year })}`}
    </h1>
  );
}

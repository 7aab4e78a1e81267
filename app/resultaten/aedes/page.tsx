import { AedesTable } from "@/components/dashboard/aedes-table";
import styles from "@/components/dashboard/dashboard.module.css";
import { enter } from "@/lib/auth/session";
import { calendarYears, lastWholeMonth } from "@/lib/dashboard/domain";
import { board } from "@/lib/dashboard/queries/board";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { parseMonth } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";

export default async function AedesPage({ searchParams }: { searchParams: Promise<{ maand?: string }> }) {
  await enter("page:/resultaten/aedes");
  const [t, { maand }, { day }] = await Promise.all([translator(), searchParams, now()]);
  const month = parseMonth(maand ?? "") ?? lastWholeMonth(day);
  const { from, to } = calendarYears(month);
  const figures = await board(month);
  const span = { from: formatDay(from, "long", t.lang), to: formatDay(to, "long", t.lang) };
  return (
    <main id="main" className={styles.page}>
      <p>
        <a href={`/resultaten?maand=${month}`}>{t("dashboard.back")}</a>
      </p>
      <h1 className={styles.say}>{t("dashboard.aedesTitle", { year: month.slice(0, 4) })}</h1>
      <p className={styles.sub}>{t("dashboard.aedesSub", span)}</p>
      <AedesTable board={figures} t={t} />
    </main>
  );
}

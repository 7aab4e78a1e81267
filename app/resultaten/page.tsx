import { ArrearsSection, changeInWords } from "@/components/dashboard/arrears-section";
import styles from "@/components/dashboard/dashboard.module.css";
import { EvictionsSection } from "@/components/dashboard/evictions-section";
import { Headline } from "@/components/dashboard/headline";
import { BandsSection, BuildingsSection, WaySection } from "@/components/dashboard/lower-sections";
import { MonthChoice } from "@/components/dashboard/month-choice";
import { PrintButton } from "@/components/ui/print-button";
import { enter } from "@/lib/auth/session";
import { lastWholeMonth } from "@/lib/dashboard/domain";
import { board, monthsWithFigures } from "@/lib/dashboard/queries/board";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { lastDay, parseMonth } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { corporation as corporationOf } from "@/lib/staff/queries/staff";

export default async function ResultsPage({ searchParams }: { searchParams: Promise<{ maand?: string }> }) {
  await enter("page:/resultaten");
  const [t, { maand }, { day }, months, corporation] = await Promise.all([
    translator(),
    searchParams,
    now(),
    monthsWithFigures(),
    corporationOf(),
  ]);
  const whole = lastWholeMonth(day);
  const asked = parseMonth(maand ?? "");
  // A month that nobody measured says nothing: certainly not that nobody owed anything.
  const month = months.find((m) => m === asked) ?? months.find((m) => m <= whole) ?? months[0];
  if (!month) {
    return (
      <main id="main" className={styles.page}>
        <h1 className={styles.say}>{t("dashboard.empty")}</h1>
        <p>{t("dashboard.emptyHelp")}</p>
      </main>
    );
  }
  const figures = await board(month);
  return (
    <main id="main" className={styles.page}>
      <div className={styles.kick}>
        <span>{t("dashboard.homes", { corporation: corporation.name, count: figures.homes })}</span>
        <span>{t("dashboard.asOf", { day: formatDay(lastDay(month), "long", t.lang) })}</span>
        <nav aria-label={t("dashboard.title")}>
          <MonthChoice months={months} chosen={month} t={t} />
          <a href={`/resultaten/aedes?maand=${month}`}>{t("dashboard.aedes")}</a>
          <a href="/resultaten/eerdere-jaren">{t("dashboard.pastYears")}</a>
          <PrintButton
            label={t("dashboard.print")}
            className="bg-transparent border-0 [font:inherit] text-inherit underline decoration-control
              underline-offset-[3px] cursor-pointer"
          />
        </nav>
      </div>
      <Headline board={figures} t={t} />
      <div className={styles.grid}>
        <ArrearsSection board={figures} t={t} />
        <EvictionsSection board={figures} t={t} />
      </div>
      <div className={styles.grid}>
        <BandsSection board={figures} t={t} />
        <WaySection board={figures} t={t} />
        <BuildingsSection board={figures} t={t} />
      </div>
      <p
        className="text-ink-2 font-normal text-s border-t border-line mt-4 pt-3 flex flex-wrap gap-y-1 gap-x-6
          justify-between"
      >
        <span>
          <a href={`/resultaten/lijst?soort=vertrokken&maand=${month}`}>
            {t("dashboard.apart", { departed: formatEuro(figures.departed ?? 0n, "whole") })}
          </a>{" "}
          {figures.reductionWithDeparted !== null &&
            t("dashboard.withDeparted", { change: changeInWords(figures.reductionWithDeparted, t) ?? "" })}{" "}
          {figures.collectable !== null && t("dashboard.collectable", { amount: formatEuro(figures.collectable, "whole") })}
        </span>
        <span>{t("dashboard.opensList")}</span>
      </p>
    </main>
  );
}

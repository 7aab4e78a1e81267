import type { Board } from "@/lib/dashboard/queries/board";
import { formatEuro, formatMonth } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { addMonths } from "@/lib/kernel/day";
import { BandBars, WayBars } from "./bars";
import styles from "./dashboard.module.css";

export function BandsSection({ board, t }: { board: Board; t: Translate }) {
  const count = board.bands.reduce((sum, band) => sum + band.tenants, 0);
  const known = board.bands.every((band) => band.before !== null);
  const before = board.bands.reduce((sum, band) => sum + (band.before ?? 0), 0);
  const month = formatMonth(addMonths(board.month, -12), "long", t.lang);
  return (
    <section className={`${styles.section} col-[span_4] max-[1000px]:col-span-full print:col-[span_4]`} aria-labelledby="bands">
      <h2 id="bands">{t("dashboard.bandsTitle")}</h2>
      <p className={styles.sub}>
        {known ? t("dashboard.bandsSub", { count, month, before }) : t("dashboard.bandsSubNoBefore", { count })}
      </p>
      <BandBars
        title={t("dashboard.bandsTitle")}
        heads={[t("dashboard.bandHeadMonths"), t("dashboard.bandHeadTenants"), t("dashboard.bandHeadOpen")]}
        euros={(amount) => formatEuro(amount, "whole")}
        rows={board.bands.map((band) => ({
          label: t(`dashboard.band_${band.code}`),
          tenants: band.tenants,
          before: band.before,
          overdue: band.overdue,
          href: `/resultaten/lijst?soort=achterstand&maand=${board.month}&band=${band.code}`,
        }))}
      />
      {board.withoutHome.tenancies > 0 && (
        <p className="font-normal text-s text-ink-2">
          <a href={`/resultaten/lijst?soort=zonder-woning&maand=${board.month}`}>
            {t("dashboard.withoutHome", {
              count: board.withoutHome.tenancies,
              amount: formatEuro(board.withoutHome.overdue, "whole"),
            })}
          </a>
        </p>
      )}
      <details
        className="mt-2 [&_summary]:cursor-pointer [&_summary]:text-ink-2 [&_summary]:font-normal
          [&_summary]:text-s/6 [&_summary]:underline [&_summary]:decoration-control
          [&_summary]:underline-offset-[3px] [&_summary]:min-h-6 print:hidden"
      >
        <summary>{t("dashboard.asTable")}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("dashboard.bandHeadMonths")}</th>
              <th scope="col" className={styles.num}>
                {t("dashboard.thisYear")}
              </th>
              <th scope="col" className={styles.num}>
                {t("dashboard.yearBefore")}
              </th>
              <th scope="col" className={styles.num}>
                {t("dashboard.bandHeadOpen")}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.bands.map((band) => (
              <tr key={band.code}>
                <td>{t(`dashboard.band_${band.code}`)}</td>
                <td className={styles.num}>{band.tenants}</td>
                <td className={styles.num}>{band.before ?? t("dashboard.unknown")}</td>
                <td className={styles.num}>{formatEuro(band.overdue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

export function WaySection({ board, t }: { board: Board; t: Translate }) {
  const { cases } = board;
  return (
    <section className={`${styles.section} col-[span_4] max-[1000px]:col-span-full print:col-[span_4]`} aria-labelledby="way">
      <h2 id="way">{t("dashboard.wayTitle")}</h2>
      <p className={styles.sub}>
        {t("dashboard.waySub", { opened: cases.opened, year: board.month.slice(0, 4), byItself: cases.curedByItself })}
      </p>
      <WayBars
        title={`${t("dashboard.wayTitle")}. ${board.way.map((row) => `${t(`dashboard.channel_${row.channel}`)}: ${t("dashboard.wayOf", { reached: row.reached, tried: row.tried })}`).join("; ")}`}
        heads={[t("dashboard.wayHeadStep"), t("dashboard.wayHeadTried"), t("dashboard.wayHeadDay")]}
        of={(reached, tried) => t("dashboard.wayOf", { reached, tried })}
        rows={board.way.map((row) => ({
          label: t(`dashboard.channel_${row.channel}`),
          tried: row.tried,
          reached: row.reached,
          day: row.tried === 0 ? "" : t("dashboard.wayDay", { day: row.usualDay }),
        }))}
      />
      <ul
        className="mt-3 border-t border-t-line list-none [&_li]:flex [&_li]:gap-3 [&_li]:py-[5px] [&_li]:px-0
          [&_li]:border-b [&_li]:border-b-line [&_li>span:last-child]:ml-auto
          [&_li>span:last-child]:text-right"
      >
        <li>
          <b>{t("dashboard.cured", { count: cases.cured })}</b>
          <span>{t("dashboard.stillOpen", { arranged: cases.arranged, open: cases.stillOpen, otherwise: cases.otherwise })}</span>
        </li>
      </ul>
      {cases.daysToCure !== null && (
        <p className="font-normal text-s text-ink-2">{t("dashboard.halfWithin", { days: cases.daysToCure })}</p>
      )}
    </section>
  );
}

export function BuildingsSection({ board, t }: { board: Board; t: Translate }) {
  return (
    <section
      className={`${styles.section} col-[span_4] max-[1000px]:col-span-full print:col-[span_4]`}
      aria-labelledby="buildings"
    >
      <h2 id="buildings">{t("dashboard.buildingsTitle")}</h2>
      <p className={styles.sub}>{t("dashboard.buildingsSub")}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("dashboard.building")}</th>
            <th scope="col" className={styles.num}>
              {t("dashboard.behind")}
            </th>
            <th scope="col" className={styles.num}>
              {t("dashboard.yearBefore")}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.buildings.map((building) => (
            <tr key={building.id}>
              <td>
                <b>{building.name}</b>
                <br />
                <span className="font-normal text-s text-ink-2">{t("dashboard.ofHomes", { count: building.homes })}</span>
              </td>
              <td className={styles.num}>
                <a href={`/resultaten/lijst?soort=achterstand&maand=${board.month}&gebouw=${building.id}`}>{building.behind}</a>
              </td>
              <td className={styles.num}>{building.before}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

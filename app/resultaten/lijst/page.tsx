import styles from "@/components/dashboard/dashboard.module.css";
import { BehindTable, EvictionTable, JudgedTable } from "@/components/dashboard/list-tables";
import { saw } from "@/lib/audit/jobs";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { BANDS, calendarYears, lastWholeMonth } from "@/lib/dashboard/domain";
import { behindInMonth, evictionsBetween, judgedBetween } from "@/lib/dashboard/queries/lists";
import { listSchema } from "@/lib/dashboard/schema";
import { formatDay, formatEuro, formatMonth } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { parseMonth } from "@/lib/kernel/day";
import { sum } from "@/lib/kernel/money";
import { now } from "@/lib/platform/clock";

type Search = Promise<Record<string, string | undefined>>;

export default async function FigureListPage({ searchParams }: { searchParams: Search }) {
  const actor = await enter("page:/resultaten/lijst");
  const [t, search, { day }] = await Promise.all([translator(), searchParams, now()]);
  const asked = listSchema.parse(search);
  await saw(actor, "list", { subject: asked.soort });
  const month = parseMonth(search.maand ?? "") ?? lastWholeMonth(day);
  const linked = actor.role !== "system" && allowed(actor.role, "page:/dossier/[tenancyId]");
  const back = <a href={`/resultaten?maand=${month}`}>{t("dashboard.back")}</a>;
  if (asked.soort === "uitzettingen") {
    const { from, to } = calendarYears(month);
    const rows = await evictionsBetween(from, to);
    const span = { from: formatDay(from, "long", t.lang), to: formatDay(to, "long", t.lang) };
    return (
      <main id="main" className={styles.page}>
        <p>{back}</p>
        <h1 className={styles.say}>{t("dashboard.listEvictions", span)}</h1>
        <p className={styles.sub}>{t("dashboard.listCountOnly", { count: rows.length })}</p>
        <EvictionTable rows={rows} linked={linked} t={t} />
      </main>
    );
  }
  if (asked.soort === "vonnissen") {
    const { from, to } = calendarYears(month);
    const rows = await judgedBetween(from, to);
    const span = { from: formatDay(from, "long", t.lang), to: formatDay(to, "long", t.lang) };
    return (
      <main id="main" className={styles.page}>
        <p>{back}</p>
        <h1 className={styles.say}>{t("dashboard.listJudged", span)}</h1>
        <p className={styles.sub}>{t("dashboard.listCountOnly", { count: rows.length })}</p>
        <JudgedTable rows={rows} linked={linked} t={t} />
      </main>
    );
  }
  const band = BANDS.find((b) => b.code === asked.band);
  const sitting = asked.soort !== "vertrokken";
  const withoutHome = asked.soort === "zonder-woning";
  const filter = {
    month,
    sitting,
    from: band?.from ?? null,
    to: band?.to ?? null,
    buildingId: asked.gebouw ?? null,
    withoutHome,
  };
  const rows = await behindInMonth(filter);
  const heading = withoutHome ? "listWithoutHome" : sitting ? "listArrears" : "listDeparted";
  const title = t(`dashboard.${heading}`, { month: formatMonth(month, "long", t.lang) });
  return (
    <main id="main" className={styles.page}>
      <p>{back}</p>
      <h1 className={styles.say}>{title}</h1>
      <p className={styles.sub}>
        {band ? `${t("dashboard.bandHeadMonths")}: ${t(`dashboard.band_${band.code}`)}. ` : ""}
        {t("dashboard.listCount", {
          count: new Set(rows.flatMap((row) => row.tenant ?? [])).size,
          contracts: rows.length,
          amount: formatEuro(sum(rows.map((row) => row.overdue))),
        })}
      </p>
      <BehindTable rows={rows} linked={linked} t={t} />
    </main>
  );
}

import { History } from "@/components/intake/history";
import styles from "@/components/intake/intake.module.css";
import { OfferFiles } from "@/components/intake/offer-files";
import { Refresh } from "@/components/intake/refresh";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { completeBySource } from "@/lib/bank/queries/complete";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { importHistory } from "@/lib/intake/queries";

export async function generateMetadata() {
  return { title: (await translator())("intake.screen.title") };
}

export default async function FilesPage() {
  const actor = await enter("page:/bestanden");
  const [t, rows, complete] = await Promise.all([translator(), importHistory(actor), completeBySource(actor)]);
  const sources = complete.map(
    ({ account, through }) => `${formatDay(through, "full", t.lang)} (${account ?? t("intake.screen.completeErp")})`,
  );
  return (
    <main id="main" className="page">
      <h1>{t("intake.screen.title")}</h1>
      <p className={`sub ${styles.head}`}>
        {sources.length > 0 ? `${t("intake.screen.complete")} ${sources.join(", ")}.` : t("intake.screen.noneComplete")}
      </p>
      {rows.some((row) => row.status === "running") && <Refresh everyMs={2000} />}
      <div className={styles.columns}>
        <Section title={t("intake.screen.offer")}>
          <OfferFiles t={t} />
        </Section>
        <Section title={t("intake.screen.history")} note={t("intake.screen.historyCount", { count: rows.length })}>
          {rows.length > 0 ? (
            <History t={t} rows={rows} />
          ) : (
            <Empty title={t("intake.screen.none")}>
              <p>{t("intake.screen.noneHelp")}</p>
            </Empty>
          )}
        </Section>
      </div>
    </main>
  );
}

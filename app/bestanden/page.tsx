import Link from "next/link";
import { accountWords } from "@/components/bank/account-words";
import { RunForm } from "@/components/cases/run-form";
import { History } from "@/components/intake/history";
import styles from "@/components/intake/intake.module.css";
import { OfferFiles } from "@/components/intake/offer-files";
import { Refresh } from "@/components/intake/refresh";
import { WaitingList } from "@/components/intake/waiting-list";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { completeBySource } from "@/lib/bank/queries/complete";
import { lastRun } from "@/lib/cases/queries/last-run";
import { formatDay, formatTime } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { translator } from "@/lib/i18n/translator";
import { importHistory } from "@/lib/intake/queries/history";
import { currentMappings } from "@/lib/intake/queries/mappings";
import { openUploads } from "@/lib/intake/queries/uploads";
import { now } from "@/lib/platform/clock";

export async function generateMetadata() {
  return { title: (await translator())("intake.screen.title") };
}

export default async function FilesPage() {
  await enter("page:/bestanden");
  const [t, rows, mappings, waiting, complete, run] = await Promise.all([
    translator(),
    importHistory(),
    currentMappings(),
    openUploads(),
    now().then(({ moment }) => completeBySource(moment)),
    lastRun(),
  ]);
  const sources = [
    ...complete.accounts.map((account) => accountWords(t, account)),
    ...(complete.erp ? [t("intake.screen.completeErp", { day: formatDay(complete.erp, "short", t.lang) })] : []),
  ];
  return (
    <main id="main" className="page">
      <h1>{t("intake.screen.title")}</h1>
      <p className={`text-s text-ink-2 mb-6`}>
        {sources.length > 0 ? `${sources.join("; ")}.` : t("intake.screen.noneComplete")}
      </p>
      {(rows.some((row) => row.status === "running") || waiting.some(({ status }) => status !== "checked")) && (
        <Refresh everyMs={2000} />
      )}
      <div className={styles.columns}>
        <Section title={t("intake.screen.offer")}>
          <OfferFiles t={t} />
          {mappings.length > 0 && (
            <p>
              <Link href="/bestanden/indelingen">{t("intake.mappings.open", { count: mappings.length })}</Link>
            </p>
          )}
          <Section title={t("cases.run.title")} level={3}>
            <p className="text-s text-ink-2">{runWords(run, t)}</p>
            <RunForm label={t("cases.run.button")} asked={t("cases.run.asked")} />
          </Section>
        </Section>
        <div>
          {waiting.length > 0 && (
            <Section title={t("intake.screen.waiting")}>
              <WaitingList t={t} uploads={waiting} />
            </Section>
          )}
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
      </div>
    </main>
  );
}

/** For which day the work was last worked out, and when that was done. */
function runWords(run: Awaited<ReturnType<typeof lastRun>>, t: Translate): string {
  if (!run) return t("cases.run.never");
  const day = formatDay(run.day, "weekday", t.lang);
  return run.finishedAt ? t("cases.run.last", { day, time: formatTime(run.finishedAt) }) : t("cases.run.running", { day });
}

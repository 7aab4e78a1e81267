import Link from "next/link";
import { notFound } from "next/navigation";
import { FileCounts } from "@/components/intake/counts";
import { FileProgress } from "@/components/intake/file-progress";
import { fileWords } from "@/components/intake/file-words";
import { IssueTable } from "@/components/intake/issue-table";
import { Section } from "@/components/ui/section";
import { saw } from "@/lib/audit/jobs";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { importFileOf, issuesOf } from "@/lib/intake/queries/history";

const SHOWN = 200;

export default async function FilePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await enter("page:/bestanden/[id]");
  await saw(actor, "list", { subject: "bestand" });
  const id = Number((await params).id);
  const [t, file] = await Promise.all([translator(), Number.isSafeInteger(id) && id < 2 ** 31 ? importFileOf(id) : null]);
  if (!file) notFound();
  const [issues, changes, notes] = await Promise.all([
    issuesOf(id, ["rejected", "ignored"], SHOWN),
    issuesOf(id, ["changed", "ended"], SHOWN),
    issuesOf(id, ["noted"], SHOWN),
  ]);
  const all = file.ignored + file.rejected;
  return (
    <main id="main" className="page">
      <p>
        <Link href="/bestanden">{t("intake.screen.back")}</Link>
      </p>
      <h1>{file.name}</h1>
      <p className="text-s text-ink-2">
        {t(`intake.format.${file.format}`)}, {formatMoment(file.startedAt, "weekdayShort", t.lang)}
        {file.by && `, ${t("intake.screen.by", { name: file.by })}`}
      </p>
      <p>{fileWords(t, file)}</p>
      {file.status === "running" && <FileProgress t={t} file={file} />}
      {file.status === "done" && <FileCounts t={t} file={file} />}
      {file.suspense > 0 && actor.role !== "system" && allowed(actor.role, "page:/te-plaatsen") && (
        <p>
          <Link href="/te-plaatsen">{t("intake.screen.place")}</Link>
        </p>
      )}
      <Section title={t("intake.screen.issues")}>
        {all === 0 && <p>{t("intake.screen.issuesNone")}</p>}
        {all > SHOWN && <p>{t("intake.screen.issuesShown", { shown: SHOWN, all })}</p>}
        {all + notes.length + changes.length > 0 && (
          <p>
            <a href={`/bestanden/${id}/regels`} download>
              {t("intake.screen.download")}
            </a>
          </p>
        )}
        {all > 0 && <IssueTable t={t} issues={issues} caption={t("intake.screen.issues")} />}
      </Section>
      {notes.length > 0 && (
        <Section title={t("intake.screen.noted", { count: file.noted })}>
          <IssueTable t={t} issues={notes} caption={t("intake.screen.noted", { count: file.noted })} />
        </Section>
      )}
      {changes.length > 0 && (
        <Section title={t("intake.screen.whatChanged")}>
          <IssueTable t={t} issues={changes} caption={t("intake.screen.whatChanged")} />
        </Section>
      )}
    </main>
  );
}

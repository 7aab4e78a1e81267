import Link from "next/link";
import { notFound } from "next/navigation";
import { FileOutcome, type Found } from "@/components/intake/file-outcome";
import { Refresh } from "@/components/intake/refresh";
import { RetryUpload, UploadActs } from "@/components/intake/upload-acts";
import { Notice } from "@/components/ui/notice";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { translator } from "@/lib/i18n/translator";
import { filesOfUpload, type ImportRow, issueCounts, issuesOf } from "@/lib/intake/queries/history";
import { type UploadRow, uploadOf } from "@/lib/intake/queries/uploads";

const SHOWN = 50;

export async function generateMetadata() {
  return { title: (await translator())("intake.screen.title") };
}

const KINDS = { changes: ["changed", "ended"], notTaken: ["rejected", "ignored"], noted: ["noted"] } as const;
/** More changes than this are folded: what was refused should be seen first. */
const FEW = 10;

async function foundIn(t: Translate, file: ImportRow): Promise<{ file: ImportRow; found: Found[] }> {
  const counts = await issueCounts(file.id);
  const found = Object.entries(KINDS).map(async ([name, kinds]) => {
    const all = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
    const issues = all > 0 ? await issuesOf(file.id, kinds, SHOWN) : [];
    return { title: t(`intake.screen.${name}`, { count: all }), issues, all, open: name === "notTaken" || all <= FEW };
  });
  return { file, found: (await Promise.all(found)).filter(({ all }) => all > 0) };
}

/** What the files of an offering would do, how far they are, or what they did. */
export default async function UploadPage({ params }: { params: Promise<{ uploadId: string }> }) {
  const actor = await enter("page:/bestanden/aanbod/[uploadId]");
  const places = actor.role !== "system" && allowed(actor.role, "page:/te-plaatsen");
  const [t, upload] = await Promise.all([translator(), uploadOf((await params).uploadId)]);
  if (!upload) notFound();
  const busy = upload.status === "checking" || upload.status === "importing";
  const isOver = upload.status === "done" || upload.status === "importing";
  const files = await filesOfUpload(upload.id, !isOver);
  const outcomes = await Promise.all(files.map((file) => foundIn(t, file)));
  return (
    <main id="main" className="page">
      <p>
        <Link href="/bestanden">{t("intake.screen.back")}</Link>
      </p>
      <h1>{t(`intake.upload.${upload.status}`)}</h1>
      <p className="text-s text-ink-2">
        {formatMoment(upload.createdAt, "weekdayShort", t.lang)}
        {upload.by && `, ${t("intake.screen.by", { name: upload.by })}`}
      </p>
      {busy && <Refresh everyMs={1500} />}
      {busy && <Notice>{t("intake.screen.mayLeave")}</Notice>}
      {busy && files.some(({ status }) => status === "interrupted") && <RetryUpload t={t} uploadId={upload.id} />}
      {upload.status === "done" && <Notice kind="good">{t("intake.screen.done")}</Notice>}
      {upload.status === "checked" && <p>{t("intake.screen.nothingYet")}</p>}
      {upload.status === "checked" && (
        <UploadActs
          t={t}
          uploadId={upload.id}
          may={files.some((file) => file.status === "checked" && file.added + file.suspense > 0)}
        />
      )}
      <div className="mt-5">
        {outcomes.map(({ file, found }) => (
          <FileOutcome key={file.id} t={t} file={file} found={found} mapAt={mapAt(upload, file)} places={places} />
        ))}
      </div>
    </main>
  );
}

/** The file itself is there until it was brought in. */
const mapAt = ({ id, status, names }: UploadRow, { name }: ImportRow): string | null =>
  status === "checked" ? `/bestanden/aanbod/${id}/${names.indexOf(name)}` : null;

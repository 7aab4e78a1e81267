import Link from "next/link";
import { notFound } from "next/navigation";
import { UndoBulk } from "@/components/bulk/bulk-form";
import { TenantLink } from "@/components/bulk/tenant-link";
import { resultWords } from "@/components/bulk/words";
import { Refresh } from "@/components/intake/refresh";
import { Table } from "@/components/ui/table";
import { enter } from "@/lib/auth/session";
import { bulkRun } from "@/lib/bulk/queries/run";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata() {
  return { title: (await translator())("bulk.title") };
}

/** How far a run is, and what came of each row. */
export default async function BulkRunPage({ params }: { params: Promise<{ runId: string }> }) {
  const actor = await enter("page:/in-een-keer/[runId]");
  const [t, { runId }] = await Promise.all([translator(), params]);
  const run = /^\d{1,9}$/.test(runId) ? await bulkRun(Number(runId)) : null;
  if (!run) notFound();
  const looked = run.rows.filter(({ code }) => code !== null).length;
  const done = run.rows.filter(({ code }) => code === "done");
  const back = done.filter(({ undoCode }) => undoCode !== null).length;
  const busy = !run.finished || (run.undoneAt !== null && back < done.length);
  const columns = ["who", "where", "what"].map((name) => ({ label: t(`bulk.column.${name}`) }));
  return (
    <main id="main" className="page max-w-248">
      {busy && <Refresh everyMs={1_500} />}
      <h1>{t(`bulk.act.${run.act}`)}</h1>
      <p className="text-ink-2">{t("bulk.asked", { name: run.by, moment: formatMoment(run.askedAt, "weekdayShort", t.lang) })}</p>
      <p role="status" className="my-3">
        <b>
          {busy
            ? t("bulk.busy", { done: run.undoneAt ? back : looked, all: run.undoneAt ? done.length : run.rows.length })
            : t("bulk.finished", { done: done.length, not: run.rows.length - done.length })}
        </b>
        {run.undoneAt && !busy && ` ${t("bulk.undone", { count: done.filter(({ undoCode }) => undoCode === "done").length })}`}
      </p>
      {run.finished &&
        run.undoneAt === null &&
        run.staffId === actor.staffId &&
        run.act !== "check-transfer" &&
        done.length > 0 && <UndoBulk runId={run.id} label={t("bulk.undo", { count: done.length })} />}
      {run.act === "check-transfer" && (
        <p className="mb-4">
          <Link href="/brieven">{t("bulk.toLetters")}</Link>
        </p>
      )}
      <Table caption={t("bulk.title")} hideCaption columns={columns}>
        {run.rows.map((row) => (
          <tr key={row.tenancyId}>
            <td>
              <TenantLink {...row} />
            </td>
            <td>{row.place}</td>
            <td>
              {row.code === null
                ? t("bulk.waits")
                : row.code !== "done"
                  ? t("bulk.notBecause", { why: resultWords(row.code, t) })
                  : row.undoCode === null
                    ? t("bulk.rowDone")
                    : row.undoCode === "done"
                      ? t("bulk.rowUndone")
                      : t("bulk.notUndone", { why: resultWords(row.undoCode, t) })}
            </td>
          </tr>
        ))}
      </Table>
    </main>
  );
}

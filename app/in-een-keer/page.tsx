import { randomUUID } from "node:crypto";
import Link from "next/link";
import { BulkChoice } from "@/components/bulk/bulk-choice";
import { BulkForm } from "@/components/bulk/bulk-form";
import { PreviewTable } from "@/components/bulk/preview-table";
import { enter } from "@/lib/auth/session";
import { LIST_ACTS, MOST_MESSAGES, MOST_ROWS } from "@/lib/bulk/domain/bulk";
import { previewBulk } from "@/lib/bulk/queries/preview";
import { readBulk } from "@/lib/bulk/schema";
import { previewOf } from "@/lib/contact/queries/preview";
import { textInForce } from "@/lib/contact/queries/texts";
import { translator } from "@/lib/i18n/translator";
import { addDays } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { filterHref } from "@/lib/queue/domain/filter";
import { queueRows } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { deskColleagues, mineOf } from "@/lib/staff/queries/staff";

type Query = Record<string, string | string[] | undefined>;
/** Three weeks is enough to find something out; each case can be paused longer by itself. */
const LONGEST_WAIT = 21;

export async function generateMetadata() {
  return { title: (await translator())("bulk.title") };
}

/** The rows of a list, to do one thing with them all: who goes along, who does not and why, and then the button. */
export default async function BulkPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await enter("page:/in-een-keer");
  const [t, query, { day }] = await Promise.all([translator(), searchParams, now()]);
  const filter = { ...readFilter(query), chosen: null, search: null };
  const { act, params } = readBulk(query);
  const colleagues = await deskColleagues(day);
  const rows = await queueRows(filter, day, mineOf(actor, colleagues));
  const preview = params ? await previewBulk(actor, rows, params) : [];
  const along = preview.filter(({ out }) => out === null);
  const list = filterHref(filter);
  const address = [...new URLSearchParams(list.split("?")[1] ?? "")];
  const sms = act === "sms" ? (await previewOf(actor, "sms-call-back", await textInForce("sms-call-back"))).sms : null;
  const most = act === "sms" ? MOST_MESSAGES : MOST_ROWS;
  const { act: _act, ...chosen } = params ?? { act: null };
  return (
    <main id="main" className="page max-w-248">
      <p className="text-s">
        <Link href={list}>{t("bulk.back")}</Link>
      </p>
      <h1>{t("bulk.title")}</h1>
      <p className="mb-4 text-ink-2">{t("bulk.intro", { count: rows.length })}</p>
      <nav aria-label={t("bulk.acts")} className="mb-5 flex flex-wrap gap-x-6">
        {LIST_ACTS.map((one) => (
          <Link
            key={one}
            href={`/in-een-keer?${new URLSearchParams([...address, ["doe", one]])}`}
            prefetch={false}
            aria-current={one === act ? "page" : undefined}
            className="flex min-h-11 items-center aria-[current]:font-semibold"
          >
            {t(`bulk.act.${one}`)}
          </Link>
        ))}
      </nav>
      {act && (
        <BulkChoice
          {...{ act, colleagues, t }}
          filter={address}
          chosen={{ aan: String(query.aan ?? ""), reden: String(query.reden ?? "other"), tot: String(query.tot ?? "") }}
          today={day}
          until={addDays(day, LONGEST_WAIT)}
        />
      )}
      {params && (
        <>
          {rows.length > most && <p className="mb-3">{t("bulk.most", { most })}</p>}
          {sms && (
            <figure className="mb-4 max-w-144 rounded-3 bg-accent-wash px-4 py-3">
              <p lang="nl">{sms.text}</p>
              <figcaption className="text-s text-ink-2">{t("bulk.smsLooks")}</figcaption>
            </figure>
          )}
          {along.length > 0 ? (
            <BulkForm
              hidden={{
                commandId: randomUUID(),
                act: params.act,
                tenancyIds: along.map(({ tenancyId }) => tenancyId).join(","),
                ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null)),
              }}
              label={t(`bulk.do.${params.act}`, { count: along.length })}
            />
          ) : (
            <p className="mb-4">{t("bulk.noneAlong")}</p>
          )}
          <PreviewTable rows={preview} caption={t("bulk.title")} t={t} />
        </>
      )}
    </main>
  );
}

import Link from "next/link";
import { SeenTable } from "@/components/privacy/seen-table";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { formatDay } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import { translator } from "@/lib/i18n/translator";
import { addDays, type Day } from "@/lib/kernel/day";
import { realNow } from "@/lib/platform/clock";
import { amsterdamOf } from "@/lib/platform/zone";
import { accessLog, MOST_SEEN } from "@/lib/privacy/queries/access-log";
import { peopleOf } from "@/lib/privacy/queries/person";
import { logSchema } from "@/lib/privacy/schema";

export async function generateMetadata() {
  return { title: (await translator())("privacy.log.title") };
}

/** Who saw what, and the way to one person: for the privacy officer. */
export default async function AccessLogPage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const actor = await enter("page:/inzage");
  const [t, search] = await Promise.all([translator(), searchParams]);
  const asked = logSchema.parse(search);
  // The log runs in real time, also beside a demo whose clock stands elsewhere.
  const today = amsterdamOf(realNow()).day;
  const until = (asked.tot ?? today) as Day;
  const from = (asked.van ?? addDays(until, -30)) as Day;
  const number = asked.contract || null;
  const [rows, people] = await Promise.all([
    accessLog(actor, { from, until, number, staffId: asked.wie ?? null }),
    number ? peopleOf(actor, number) : [],
  ]);
  const last = rows.length === MOST_SEEN ? rows.at(-1) : undefined;
  const oldest = last ? amsterdamOf(last.at).day : null;
  await saw(actor, "access", number === null ? {} : { subject: number });
  return (
    <main id="main" className="page">
      <div className="mb-6 flex flex-wrap items-baseline gap-x-6">
        <h1>{t("privacy.log.title")}</h1>
        <Link href="/inzage/termijnen">{t("privacy.terms.title")}</Link>
      </div>
      <form className="mb-6 flex flex-wrap items-end gap-4" method="get">
        {(["van", "tot"] as const).map((name) => (
          <label key={name} className="grid gap-1 font-medium">
            {t(`privacy.log.${name}`)}
            <input
              type="date"
              name={name}
              defaultValue={name === "van" ? from : until}
              className="min-h-9 rounded-2 border border-control bg-sheet px-2"
            />
          </label>
        ))}
        <label className="grid gap-1 font-medium">
          {t("privacy.log.number")}
          <input name="contract" defaultValue={number ?? ""} className="min-h-9 rounded-2 border border-control bg-sheet px-2" />
        </label>
        <button className={buttonClass({ kind: "plain" })}>{t("privacy.log.show")}</button>
      </form>
      {people.length > 0 && (
        <Section title={t("privacy.log.people")} className="mb-6 max-w-144">
          <ul className="list-none">
            {people.map(({ person, role }) => (
              <li key={`${person.id} ${role}`}>
                <Link href={`/inzage/persoon/${person.id}`}>{formatPersonName(person)}</Link>{" "}
                <span className="text-ink-2">{t(`privacy.role.${role}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("privacy.log.seen")} note={t("privacy.log.count", { count: rows.length, most: MOST_SEEN })}>
        {rows.length === 0 ? (
          <Empty
            title={t("privacy.log.none", { from: formatDay(from, "full", t.lang), until: formatDay(until, "full", t.lang) })}
          />
        ) : (
          <SeenTable rows={rows} t={t} />
        )}
        {oldest && (
          <p className="mt-3">
            <Link href={`/inzage?${new URLSearchParams({ van: from, tot: oldest, ...(number && { contract: number }) })}`}>
              {t("privacy.log.older", { day: formatDay(oldest, "full", t.lang) })}
            </Link>
          </p>
        )}
      </Section>
    </main>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Answer, FactTable, LaterKnown } from "@/components/cases/explained";
import { WhenForm } from "@/components/cases/when-form";
import { personName } from "@/components/cases/words";
import { Notice } from "@/components/ui/notice";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { explainOn } from "@/lib/cases/queries/explain";
import { peopleOf, tenancyOf } from "@/lib/cases/queries/household";
import { pastSchema } from "@/lib/cases/schema/past";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { formatAddress } from "@/lib/i18n/people";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { filterHref } from "@/lib/queue/domain/filter";

interface Props {
  params: Promise<{ tenancyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator())("explain.screen.title") };
}

/** Why a tenancy is or is not in the list of a day: the whole reasoning, flagged or not. */
export default async function WhyPage({ params, searchParams }: Props) {
  const actor = await enter("page:/dossier/[tenancyId]/waarom");
  const [{ tenancyId }, query, t, { day: today }] = await Promise.all([params, searchParams, translator(), now()]);
  const id = /^\d{1,9}$/.test(tenancyId) ? Number(tenancyId) : 0;
  const asked = pastSchema.parse(query);
  const day = asked.dag ?? today;
  const asThen = asked.bekend === "toen";
  const tenancy = id > 0 ? await tenancyOf(id, today) : null;
  if (!tenancy) notFound();
  await saw(actor, "case", { tenancyId: id });
  const [{ people, addresseeId }, found] = await Promise.all([peopleOf(id, today), explainOn(id, day, asThen)]);
  const who = people.find((person) => person.id === addresseeId) ?? people[0];
  return (
    <main id="main" className="page">
      <div className="max-w-208 mb-6 [&_h1]:mt-1 [&_h1]:mb-2 [&_h1]:mx-0">
        <p className="text-s text-ink-2">
          <Link href={`/dossier/${id}`}>{t("explain.screen.back")}</Link> ·{" "}
          <Link href={filterHref({ chosen: id })}>{t("explain.past.back")}</Link>
        </p>
        <h1>{t(found?.inList === false ? "explain.screen.whyNot" : "explain.screen.why", { name: personName(who, t) })}</h1>
        <p className="text-s text-ink-2">
          {formatAddress(tenancy.place)} · {tenancy.number}
        </p>
        <WhenForm day={day} today={today} asThen={asThen} t={t} />
        {found && (
          <p className="text-s text-ink-2">
            {t("explain.screen.said", {
              day: formatDay(day, "full", t.lang),
              known: formatMoment(found.knownAt, "long", t.lang),
            })}
          </p>
        )}
      </div>
      {found ? (
        <div
          className="[&>div:first-child]:grid [&>div:first-child]:gap-6 grid
            grid-cols-[minmax(0,26rem)_minmax(0,1fr)] gap-8 items-start max-[900px]:grid-cols-1"
        >
          <div>
            <Answer found={found} t={t} />
            <LaterKnown found={found} t={t} />
          </div>
          <FactTable found={found} t={t} />
        </div>
      ) : (
        <Notice>{t("explain.refused.notKnownYet", { tenancy: tenancy.number })}</Notice>
      )}
    </main>
  );
}

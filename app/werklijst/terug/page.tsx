import type { Metadata } from "next";
import Link from "next/link";
import { PastRows } from "@/components/cases/past-rows";
import { WhenForm } from "@/components/cases/when-form";
import { enter } from "@/lib/auth/session";
import { pastList } from "@/lib/cases/queries/past-list";
import { pastSchema } from "@/lib/cases/schema/past";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { addDays } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator())("explain.past.title") };
}

/** The list of a past day, as it was or as it should have been, beside what was stored. */
export default async function PastListPage({ searchParams }: Props) {
  await enter("page:/werklijst/terug");
  const [query, t, { day: today }] = await Promise.all([searchParams, translator(), now()]);
  const asked = pastSchema.parse(query);
  const day = asked.dag ?? addDays(today, -1);
  const asThen = asked.bekend === "toen";
  const list = await pastList(day, asThen);
  const { same, added, gone, moved } = list.counts;
  return (
    <main id="main" className="page">
      <div className="max-w-208 mb-6 [&_h1]:mt-1 [&_h1]:mb-2 [&_h1]:mx-0">
        <p className="text-s text-ink-2">
          <Link href="/werklijst">{t("explain.past.back")}</Link>
        </p>
        <h1>{t("explain.past.title")}</h1>
        <WhenForm day={day} today={today} asThen={asThen} t={t} />
        <p>
          {t("explain.past.said", {
            ...{ day: formatDay(day, "full", t.lang), known: formatMoment(list.knownAt, "long", t.lang) },
            ...{ count: same + added + moved, added, gone, moved },
          })}
        </p>
        {list.rows.length < same + added + gone + moved && (
          <p className="text-s text-ink-2">{t("explain.past.more", { shown: list.rows.length })}</p>
        )}
      </div>
      <PastRows list={list} asThen={asThen} t={t} />
    </main>
  );
}

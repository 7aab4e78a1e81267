import Link from "next/link";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { standings } from "@/lib/health/domain/standing";
import { valuesOf } from "@/lib/health/domain/values";
import { health } from "@/lib/health/queries/health";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Day } from "@/lib/kernel/day";

export async function generateMetadata() {
  return { title: (await translator())("health.title") };
}

/** How the program stands: what is well, what is not, and what to do about it. */
export default async function HealthPage() {
  await enter("page:/beheer/toestand");
  const [t, facts] = await Promise.all([translator(), health()]);
  const all = standings(facts);
  const bad = all.filter(({ good }) => !good).length;
  const moment = (at: Date | null) => (at ? formatMoment(at, "weekdayShort", t.lang) : "none");
  const values = valuesOf(facts, {
    day: (day) => formatDay(day as Day, "full", t.lang),
    moment: (at) => formatMoment(at, "weekdayShort", t.lang),
  });
  return (
    <main id="main" className="page">
      <p>
        <Link href="/beheer">{t("staff.beheer")}</Link>
      </p>
      <h1 className="mb-1">{t("health.title")}</h1>
      <p className="mb-6 text-ink-2">{t("health.bad", { count: bad, of: all.length })}</p>
      <ul className="mb-8 grid max-w-176 list-none gap-0">
        {all.map(({ subject, good, code }) => (
          <li
            key={subject}
            className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4 border-b border-line py-3 max-[560px]:grid-cols-1"
          >
            <span className="font-semibold">
              {t(`health.subject.${subject}`)}
              <span className="block text-s font-normal text-ink-2">{t(good ? "health.well" : "health.look")}</span>
            </span>
            <span className={good ? "" : "need"}>{t(`health.said.${subject}.${code}`, values)}</span>
          </li>
        ))}
      </ul>
      <Section title={t("health.versions")} className="max-w-176">
        <p>
          {t("health.versionList", {
            node: facts.nodeVersion,
            database: facts.databaseVersion,
            model: facts.modelVersion,
            size: values.size ?? "",
            tidied: moment(facts.tidiedAt),
          })}
        </p>
      </Section>
    </main>
  );
}

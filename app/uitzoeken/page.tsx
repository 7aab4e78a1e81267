import { kindName, ProblemKinds } from "@/components/problems/problem-kinds";
import { ProblemRows } from "@/components/problems/problem-rows";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { saw } from "@/lib/audit/jobs";
import type { Role } from "@/lib/auth/actor";
import { enter } from "@/lib/auth/session";
import { problemCounts, problemsOfKind } from "@/lib/cases/queries/problems";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";

const SHOWN = 200;

export async function generateMetadata() {
  return { title: (await translator())("problems.title") };
}

/** What somebody has to find out before people can be helped: each kind with its count, its owner and its list. */
export default async function ProblemsPage({ searchParams }: { searchParams: Promise<{ soort?: string }> }) {
  const actor = await enter("page:/uitzoeken");
  await saw(actor, "list", { subject: "uit te zoeken" });
  const [t, { soort }, { day }] = await Promise.all([translator(), searchParams, now()]);
  const counts = await problemCounts(day);
  const chosen = counts.find(({ kind }) => kind === soort) ?? counts[0];
  const rows = chosen ? await problemsOfKind(day, chosen.kind, SHOWN) : [];
  return (
    <main id="main" className="page">
      <h1>{t("problems.title")}</h1>
      <p className="text-s text-ink-2">{t("problems.intro")}</p>
      {chosen ? (
        <>
          <div className="max-w-208 my-[var(--s-5)_var(--s-6)]">
            <ProblemKinds t={t} counts={counts} chosen={chosen.kind} role={actor.role as Role} />
          </div>
          <Section title={kindName(t, chosen.kind)} note={t("problems.shown", { shown: rows.length, all: chosen.count })}>
            <ProblemRows t={t} rows={rows} caption={kindName(t, chosen.kind)} />
          </Section>
        </>
      ) : (
        <Empty title={t("problems.none")}>
          <p>{t("problems.noneSince", { day: formatDay(day, "full", t.lang) })}</p>
        </Empty>
      )}
    </main>
  );
}

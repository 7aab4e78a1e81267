import Link from "next/link";
import { notFound } from "next/navigation";
import { Refresh } from "@/components/intake/refresh";
import { ChangeList } from "@/components/rehearsals/change-list";
import { MonthTable } from "@/components/rehearsals/month-table";
import { Honest, ReadIt, Say, Standing } from "@/components/rehearsals/parts";
import styles from "@/components/rehearsals/rehearsals.module.css";
import { Section } from "@/components/ui/section";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { parseDay } from "@/lib/kernel/day";
import { policyVersions } from "@/lib/policies/queries/versions";
import { changesOn, rehearsalLines, triedDaysOf } from "@/lib/rehearsals/queries/rehearsals";

interface Props {
  params: Promise<{ rehearsalId: string }>;
  searchParams: Promise<{ dag?: string }>;
}
const SHOWN = 100;
const KINDS = ["added", "dropped", "moved"] as const;

export async function generateMetadata() {
  return { title: (await translator())("policies.screen.stepTry") };
}

export default async function RehearsalPage({ params, searchParams }: Props) {
  const actor = await enter("page:/regels/proef/[rehearsalId]");
  const [t, { rehearsalId }, { dag }, versions] = await Promise.all([translator(), params, searchParams, policyVersions()]);
  const id = /^\d{1,9}$/.test(rehearsalId) ? Number(rehearsalId) : 0;
  const [line] = await rehearsalLines(actor, { id });
  const version = versions.find((one) => one.id === line?.versionId);
  if (!line || !version) notFound();
  const days = await triedDaysOf(id);
  const chosen = days.find((one) => one.day === parseDay(dag ?? "")) ?? days[0];
  const rows = chosen ? await changesOn(id, chosen.day, SHOWN) : [];
  const role = actor.role as Role;
  return (
    <main id="main" className="page">
      {line.state === "running" && <Refresh everyMs={2000} />}
      <div className="max-w-208 mb-6 [&_h1]:mt-1 [&_h1]:mb-2 [&_h1]:mx-0">
        <p className="text-s text-ink-2">
          <Link href={`/regels/${version.id}`}>{t("rehearsals.screen.backTo", { version: version.version })}</Link>
        </p>
        <h1>
          {t(line.kind === "shadow" ? "rehearsals.screen.shadowTitle" : "rehearsals.screen.title", { version: version.version })}
        </h1>
        <Standing line={line} t={t} />
        {line.state === "done" && <Say days={days} chosen={chosen} t={t} />}
      </div>
      {chosen && (
        <div className="grid gap-8 max-w-288 *:min-w-0">
          <Section title={t("rehearsals.screen.months")}>
            {line.kind === "rehearsal" && <p className="text-s text-ink-2">{t("rehearsals.screen.monthsNote")}</p>}
            <MonthTable days={days} chosen={chosen.day} today={line.day} rehearsalId={id} t={t} />
          </Section>
          <Section
            title={t("rehearsals.screen.lists", { day: formatDay(chosen.day, "full", t.lang) })}
            id="wie"
            className={styles.lists}
          >
            {rows.length === 0 && <p className="text-s text-ink-2">{t("rehearsals.screen.nobody")}</p>}
            {KINDS.filter((kind) => chosen[kind] > 0).map((kind) => (
              <ChangeList
                key={kind}
                kind={kind}
                rows={rows.filter((row) => row.change === kind)}
                count={chosen[kind]}
                linked={allowed(role, "page:/dossier/[tenancyId]")}
                t={t}
              />
            ))}
          </Section>
          <Honest t={t} />
          {line.kind === "rehearsal" && line.state === "done" && allowed(role, "action:rehearsals.markRead") && (
            <ReadIt line={line} version={version} t={t} />
          )}
        </div>
      )}
    </main>
  );
}

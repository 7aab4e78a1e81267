import Link from "next/link";
import { notFound } from "next/navigation";
import { Refresh } from "@/components/intake/refresh";
import { DraftSteps, Rehearsals, Shadow, Withdraw } from "@/components/policies/draft-steps";
import { IdleLimitNotes } from "@/components/policies/idle-limit-notes";
import styles from "@/components/policies/policies.module.css";
import { Changes, Reading } from "@/components/policies/reading";
import { reasonOf, statusWords } from "@/components/policies/words";
import { Section } from "@/components/ui/section";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { addDays, weekday } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { policyVersions } from "@/lib/policies/queries/versions";
import { rehearsalLines } from "@/lib/rehearsals/queries/rehearsals";
import { changesBetween } from "@/lib/rules/thresholds";

type Params = Promise<{ versionId: string }>;

export async function generateMetadata() {
  return { title: (await translator())("policies.screen.title") };
}

export default async function VersionPage({ params }: { params: Params }) {
  const actor = await enter("page:/regels/[versionId]");
  const [t, { versionId }, versions, { day }] = await Promise.all([translator(), params, policyVersions(), now()]);
  const one = versions.find((each) => each.id === Number(versionId));
  if (!one) notFound();
  const base = versions.find((each) => each.version === one.basedOn);
  const lines = await rehearsalLines(actor, { versionId: one.id });
  const edits = allowed(actor.role as Role, "action:policies.editDraft");
  const changed = base ? changesBetween(base.values, one.values).length : 0;
  return (
    <main id="main" className="page">
      {lines.some((line) => line.state === "running") && <Refresh everyMs={2000} />}
      <div className={styles.head}>
        <p className="text-s text-ink-2">
          <Link href="/regels">{t("policies.screen.back")}</Link>
        </p>
        <h1>{t("policies.screen.version", { version: one.version })}</h1>
        <p>{statusWords(one, t)}</p>
        <p className="text-s text-ink-2">
          {reasonOf(one, t)}
          {one.activatedAt && one.activatedBy !== null && (
            <> {t("policies.screen.activatedBy", { name: one.activatedBy, on: formatMoment(one.activatedAt, "long", t.lang) })}</>
          )}
        </p>
      </div>
      <div
        className="grid grid-cols-[minmax(0,46rem)_minmax(18rem,24rem)] gap-y-8 gap-x-14 items-start
          [&>:last-child]:grid [&>:last-child]:gap-8 max-[1000px]:grid-cols-1"
      >
        <div className="min-w-0">
          {base && (
            <Section title={t("policies.screen.changes", { version: base.version })} className={styles.chapter}>
              <Changes values={one.values} before={base.values} t={t} />
            </Section>
          )}
          <Section title={t("policies.idle.title")} className={styles.chapter}>
            <IdleLimitNotes values={one.values} t={t} />
          </Section>
          <details className={styles.chapter} open={!base}>
            <summary>{t("policies.screen.whole")}</summary>
            <Reading values={one.values} before={base?.values} t={t} />
          </details>
        </div>
        <div>
          {edits && one.status === "draft" && (
            <>
              <DraftSteps
                draft={one}
                changed={changed}
                lines={lines}
                today={day}
                nextMonday={addDays(day, 8 - weekday(day))}
                t={t}
              />
              <Shadow draft={one} lines={lines} t={t} />
            </>
          )}
          {!(edits && one.status === "draft") && <Rehearsals lines={lines} t={t} />}
          {edits && (one.status === "draft" || one.status === "coming") && <Withdraw versionId={one.id} t={t} />}
        </div>
      </div>
    </main>
  );
}

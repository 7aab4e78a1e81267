import Link from "next/link";
import styles from "@/components/policies/policies.module.css";
import { Reading } from "@/components/policies/reading";
import { Versions } from "@/components/policies/versions";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Day } from "@/lib/kernel/day";
import { prepareDraft } from "@/lib/policies/actions";
import { policyVersions } from "@/lib/policies/queries/versions";

export async function generateMetadata() {
  return { title: (await translator())("policies.screen.title") };
}

export default async function RulesPage() {
  const actor = await enter("page:/regels");
  const [t, versions] = await Promise.all([translator(), policyVersions()]);
  const now = versions.find((one) => one.status === "in-force");
  const next = versions
    .filter((one) => one.status === "coming")
    .sort((a, b) => ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? -1 : 1))[0];
  const edits = allowed(actor.role as Role, "action:policies.prepareDraft");
  return (
    <main id="main" className="page">
      <div className={styles.head}>
        <h1>{t("policies.screen.title")}</h1>
        <p>
          {now && t("policies.screen.now", { version: now.version })}{" "}
          {next &&
            t("policies.screen.next", {
              version: next.version,
              from: formatDay(next.effectiveFrom as Day, "weekdayLong", t.lang),
            })}
        </p>
        <p className="text-s text-ink-2">{t("policies.screen.why")}</p>
      </div>
      <div
        className="grid grid-cols-[minmax(0,46rem)_minmax(18rem,24rem)] gap-y-8 gap-x-14 items-start
          [&>:last-child]:grid [&>:last-child]:gap-8 max-[1000px]:grid-cols-1"
      >
        <div className="min-w-0">{now && <Reading values={now.values} t={t} />}</div>
        <div>
          <Section title={t("policies.screen.versions")}>
            <Versions versions={versions} t={t} />
            <p>
              <Link href="/regels/gebruik">{t("policies.screen.usage")}</Link>
            </p>
          </Section>
          {edits ? (
            <Section title={t("policies.screen.prepareTitle")} className="[&>*+*]:mt-3">
              <p className="text-s text-ink-2">{t("policies.screen.prepareHint")}</p>
              <ActionForm action={prepareDraft}>
                <TextField
                  name="reason"
                  label={t("policies.screen.reason")}
                  hint={t("policies.screen.reasonHint")}
                  autoComplete="off"
                />
                <SubmitButton>{t("policies.screen.prepare")}</SubmitButton>
              </ActionForm>
            </Section>
          ) : (
            <p className="text-s text-ink-2">{t("policies.screen.readOnly")}</p>
          )}
        </div>
      </div>
    </main>
  );
}

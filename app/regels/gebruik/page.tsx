import Link from "next/link";
import { IdleLimitNotes } from "@/components/policies/idle-limit-notes";
import styles from "@/components/rehearsals/rehearsals.module.css";
import { FactTable, NeverList, OverlapTable, StepTable } from "@/components/rehearsals/use-tables";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { policyVersions } from "@/lib/policies/queries/versions";
import { ruleUse } from "@/lib/rehearsals/queries/use";

export async function generateMetadata() {
  return { title: (await translator())("rehearsals.use.title") };
}

export default async function RuleUsePage() {
  await enter("page:/regels/gebruik");
  const [t, { steps, overlaps, facts }, versions] = await Promise.all([translator(), ruleUse(), policyVersions()]);
  const deciding = versions.find((one) => one.status === "in-force");
  const unfilled = facts.filter((one) => one.filled === 0).map((one) => t(`rehearsals.fact.${one.fact}`));
  return (
    <main id="main" className="page">
      <div className="max-w-208 mb-6 [&_h1]:mt-1 [&_h1]:mb-2 [&_h1]:mx-0">
        <p className="text-s text-ink-2">
          <Link href="/regels">{t("policies.screen.back")}</Link>
        </p>
        <h1>{t("rehearsals.use.title")}</h1>
        <p className="text-s text-ink-2">
          {t("rehearsals.use.why")} {t("rehearsals.use.how")}
        </p>
      </div>
      <div className="grid gap-y-8 gap-x-14 items-start *:grid *:gap-8 *:min-w-0 min-[1100px]:grid-cols-2">
        <div>
          <Section title={t("policies.chapter.contact")}>
            <StepTable steps={steps.filter((one) => one.ladder === "contact")} caption={t("policies.chapter.contact")} t={t} />
          </Section>
          <Section title={t("rehearsals.use.neverTitle")} className={styles.honest}>
            <NeverList steps={steps} t={t} />
          </Section>
          {deciding && (
            <Section title={t("policies.idle.title")} className={styles.honest}>
              <IdleLimitNotes values={deciding.values} t={t} />
            </Section>
          )}
          <Section title={t("rehearsals.use.overlaps")}>
            <OverlapTable overlaps={overlaps} t={t} />
          </Section>
        </div>
        <div>
          <Section title={t("policies.chapter.duty")}>
            <StepTable steps={steps.filter((one) => one.ladder === "duty")} caption={t("policies.chapter.duty")} t={t} />
          </Section>
          <Section title={t("rehearsals.use.facts")}>
            <FactTable
              facts={facts}
              caption={t("rehearsals.use.unfilled", { count: unfilled.length, facts: formatList(unfilled, t.lang) })}
              t={t}
            />
          </Section>
        </div>
      </div>
    </main>
  );
}

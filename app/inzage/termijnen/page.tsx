import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { parseDay } from "@/lib/kernel/day";
import { now } from "@/lib/platform/clock";
import { setTerm } from "@/lib/privacy/actions";
import { dueCounts, limits, terms } from "@/lib/privacy/queries/terms";

export async function generateMetadata() {
  return { title: (await translator())("privacy.terms.title") };
}

/** How long everything is kept, where that comes from, and how much goes tonight. */
export default async function TermsPage() {
  const actor = await enter("page:/inzage/termijnen");
  const { day } = await now();
  const [t, all, counts, before] = await Promise.all([translator(), terms(), dueCounts(day), limits(day)]);
  const sets = actor.role !== "system" && allowed(actor.role, "action:privacy.setTerm");
  return (
    <main id="main" className="page">
      <p>
        <Link href="/inzage">{t("privacy.person.back")}</Link>
      </p>
      <h1 className="mb-1">{t("privacy.terms.title")}</h1>
      <p className="mb-6 max-w-144 text-ink-2">{t("privacy.terms.intro")}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(22rem,100%),1fr))] items-start gap-x-14 gap-y-8 max-w-240">
        {all.map(({ code, months, source, since }) => {
          const from = since && parseDay(since);
          return (
            <Section key={code} title={t(`privacy.terms.kind.${code}`)} note={t("privacy.terms.months", { months })}>
              <p>{t(`privacy.terms.about.${code}`)}</p>
              <p className="text-s text-ink-2">{source || t("privacy.terms.practice")}</p>
              {from && <p className="text-s text-ink-2">{t("privacy.terms.since", { day: formatDay(from, "full", t.lang) })}</p>}
              <p className="my-2">
                {t("privacy.terms.tonight", { count: counts[code], day: formatDay(before[code], "full", t.lang) })}
              </p>
              {sets && (
                <details>
                  <summary>{t("privacy.terms.change")}</summary>
                  <ActionForm action={setTerm} hidden={{ code }} done={t("privacy.terms.saved")}>
                    <TextField
                      name="months"
                      label={t("privacy.terms.newMonths")}
                      inputMode="numeric"
                      defaultValue={String(months)}
                    />
                    <TextField name="source" label={t("privacy.terms.why")} autoComplete="off" />
                    <SubmitButton kind="plain" size="small">
                      {t("privacy.terms.save")}
                    </SubmitButton>
                  </ActionForm>
                </details>
              )}
            </Section>
          );
        })}
      </div>
    </main>
  );
}

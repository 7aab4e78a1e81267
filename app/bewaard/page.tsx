import { SeenTable } from "@/components/privacy/seen-table";
import { Section } from "@/components/ui/section";
import { enter } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { addDays } from "@/lib/kernel/day";
import { realNow } from "@/lib/platform/clock";
import { amsterdamOf } from "@/lib/platform/zone";
import { accessLog } from "@/lib/privacy/queries/access-log";
import { terms } from "@/lib/privacy/queries/terms";

export async function generateMetadata() {
  return { title: (await translator())("privacy.us.title") };
}

const KINDS = ["place", "access", "done", "seen", "claims", "drafts"] as const;

/** What is kept about colleagues, how long, who reads it, and what is not done with it; and what one saw oneself. For everybody. */
export default async function AboutUsPage() {
  const actor = await enter("page:/bewaard");
  const today = amsterdamOf(realNow()).day;
  const [t, kept, own] = await Promise.all([
    translator(),
    terms(),
    accessLog(actor, { from: addDays(today, -7), until: today, number: null, staffId: actor.staffId }),
  ]);
  const months = (code: string) => kept.find((one) => one.code === code)?.months ?? 0;
  return (
    <main id="main" className="page">
      <h1 className="mb-1">{t("privacy.us.title")}</h1>
      <p className="mb-6 max-w-144 text-ink-2">{t("privacy.us.intro")}</p>
      <Section title={t("privacy.us.kept")} className="mb-8 max-w-176">
        <ul className="grid gap-2 pl-5">
          {KINDS.map((kind) => (
            <li key={kind}>
              {t(`privacy.us.kind.${kind}`, { seen: months("seen"), done: months("done"), sessions: months("sessions") })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("privacy.us.not")} className="mb-8 max-w-176">
        <p>{t("privacy.us.notText")}</p>
      </Section>
      <Section title={t("privacy.us.own")} note={t("privacy.us.ownCount", { count: own.length })}>
        <SeenTable rows={own} t={t} own />
      </Section>
    </main>
  );
}

import { CoverForm } from "@/components/staff/cover-form";
import { Section } from "@/components/ui/section";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { deskColleagues } from "@/lib/staff/queries";

export async function generateMetadata() {
  return { title: (await translator())("staff.own.title") };
}

/** What one sets for oneself: absence, and who stands in. */
export default async function OwnPage() {
  const actor = await enter("page:/mijn");
  const [t, { day }] = await Promise.all([translator(), now()]);
  const colleagues = await deskColleagues(day);
  return (
    <main id="main" className="page">
      <h1 className="mb-1">{t("staff.own.title")}</h1>
      <p className="mb-6 text-ink-2">
        {actor.name}, {t(`common.role.${actor.role}`)}
      </p>
      {allowed(actor.role as Role, "action:staff.setCover") && (
        <Section title={t("staff.own.cover")} className="max-w-144">
          <CoverForm t={t} today={day} me={actor.staffId} colleagues={colleagues} />
        </Section>
      )}
    </main>
  );
}

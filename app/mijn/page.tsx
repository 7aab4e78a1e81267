import { Devices } from "@/components/access/devices";
import { OwnPassword } from "@/components/access/own-password";
import { SecondStep } from "@/components/access/second-step";
import { CoverForm } from "@/components/staff/cover-form";
import { Section } from "@/components/ui/section";
import { Texts } from "@/components/ui/texts";
import { ownAccess } from "@/lib/access/queries/own";
import type { Role } from "@/lib/auth/actor";
import { from } from "@/lib/auth/cookie";
import { allowed } from "@/lib/auth/permissions";
import { enter, signedIn } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { deskColleagues } from "@/lib/staff/queries/staff";

export async function generateMetadata() {
  return { title: (await translator())("staff.own.title") };
}

/** What one sets for oneself: absence and who stands in, how one signs in, and where one is signed in. */
export default async function OwnPage() {
  const actor = await enter("page:/mijn");
  const [t, { day }, own, me, { agent }] = await Promise.all([translator(), now(), ownAccess(actor), signedIn(), from()]);
  const colleagues = await deskColleagues(day);
  return (
    <main id="main" className="page">
      <h1 className="mb-1">{t("staff.own.title")}</h1>
      <p className="mb-6 text-ink-2">
        {actor.name}, {t(`common.role.${actor.role}`)}
      </p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(20rem,100%),1fr))] items-start gap-x-14 gap-y-8 max-w-240">
        {allowed(actor.role as Role, "action:staff.setCover") && (
          <Section title={t("staff.own.cover")}>
            <CoverForm t={t} today={day} me={actor.staffId} colleagues={colleagues} />
          </Section>
        )}
        <Section title={t("access.password.title")}>
          {own.managed ? (
            <p>{t("access.password.managed")}</p>
          ) : (
            <Texts rooms={["access"]}>
              <OwnPassword />
            </Texts>
          )}
        </Section>
        {!own.managed && (
          <Section title={t("access.security.title")}>
            <SecondStep t={t} own={own} agent={agent} />
          </Section>
        )}
        <Section title={t("access.devices.title")}>
          <Devices t={t} rows={own.sessions} here={me?.sessionId ?? ""} />
        </Section>
      </div>
    </main>
  );
}

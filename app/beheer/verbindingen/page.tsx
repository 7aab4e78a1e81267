import Link from "next/link";
import { OrganisationForm } from "@/components/access/organisation-form";
import { ScimKey } from "@/components/access/scim-key";
import { GatewayForm, TryGateway } from "@/components/contact/gateway-form";
import { MailForm } from "@/components/health/mail-form";
import { Section } from "@/components/ui/section";
import { Texts } from "@/components/ui/texts";
import { organisation } from "@/lib/access/queries/organisation";
import { place } from "@/lib/auth/place";
import { enter } from "@/lib/auth/session";
import { gatewayShown } from "@/lib/contact/queries/gateway";
import { mailShown } from "@/lib/health/queries/mail";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata() {
  return { title: (await translator())("health.connections") };
}

/** Everything outside that the program speaks to: messages, mail, and where people of the organisation sign in. */
export default async function ConnectionsPage() {
  await enter("page:/beheer/verbindingen");
  const [t, sms, mail, there, { origin }] = await Promise.all([
    translator(),
    gatewayShown(),
    mailShown(),
    organisation(),
    place(),
  ]);
  return (
    <main id="main" className="page">
      <p>
        <Link href="/beheer">{t("staff.beheer")}</Link>
      </p>
      <h1 className="mb-6">{t("health.connections")}</h1>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-x-14 gap-y-8 items-start max-w-320">
        <Section title={t("contact.gateway.title")}>
          <GatewayForm t={t} known={sms} />
          <TryGateway t={t} />
        </Section>
        <Section title={t("health.mailServer.title")}>
          <MailForm t={t} known={mail} />
        </Section>
        <Section title={t("access.organisation.title")}>
          <OrganisationForm t={t} known={there} back={`${origin}/api/auth/callback/organisatie`} />
          {there && (
            <Texts rooms={["access"]}>
              <ScimKey address={`${origin}/api/scim/v2`} />
            </Texts>
          )}
        </Section>
      </div>
    </main>
  );
}

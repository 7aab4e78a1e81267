import Link from "next/link";
import { SecurityForm } from "@/components/access/security-form";
import { SignalSwitch } from "@/components/caretaker/signals";
import { AddColleague } from "@/components/staff/add-colleague";
import { CaretakerCoverForm } from "@/components/staff/caretaker-cover-form";
import { OfficeForm } from "@/components/staff/office-form";
import { StaffList } from "@/components/staff/staff-list";
import { Drafts } from "@/components/ui/drafts";
import { Section } from "@/components/ui/section";
import { organisation } from "@/lib/access/queries/organisation";
import { enter, signedIn } from "@/lib/auth/session";
import { signalBuildings } from "@/lib/caretaker/queries/signals";
import { draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { security } from "@/lib/staff/queries/security";
import { caretakers, corporation, staffList } from "@/lib/staff/queries/staff";

export async function generateMetadata() {
  return { title: (await translator())("staff.beheer") };
}

export default async function StaffPage() {
  const actor = await enter("page:/beheer");
  const { day } = await now();
  const [t, looking, buildings, rows, me, office, drafts, known, there] = await Promise.all([
    translator(),
    caretakers(day),
    signalBuildings(actor),
    staffList(actor),
    signedIn(),
    corporation(),
    draftsAt(actor, "beheer/collega"),
    security(),
    organisation(),
  ]);
  const active = rows.filter((row) => row.active && row.canSignIn).length;
  return (
    <main id="main" className="page">
      <div className="mb-6 flex flex-wrap items-baseline gap-x-6">
        <h1>{t("staff.beheer")}</h1>
        <Link href="/beheer/toestand">{t("health.title")}</Link>
        <Link href="/beheer/verbindingen">{t("health.connections")}</Link>
      </div>
      <div
        className="grid grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)] gap-y-8 gap-x-14 items-start
          max-[900px]:grid-cols-1"
      >
        <Section title={t("staff.colleagues")} note={t("staff.count", { active })}>
          <StaffList t={t} rows={rows} me={actor.staffId} here={me?.sessionId ?? ""} moves={there !== null} />
        </Section>
        <div className="grid gap-8">
          <Section title={t("staff.addTitle")}>
            <Drafts owner={actor.staffId ?? 0} subject="beheer/collega" drafts={drafts}>
              <AddColleague t={t} />
            </Drafts>
          </Section>
          <Section title={t("access.security.title")}>
            <SecurityForm t={t} known={known} />
          </Section>
          <Section title={t("staff.caretakers.title")}>
            <CaretakerCoverForm t={t} today={day} {...looking} />
          </Section>
          <Section title={t("caretaker.signals.title")}>
            <SignalSwitch t={t} buildings={buildings} />
          </Section>
          <Section title={t("staff.office.title")}>
            <OfficeForm t={t} office={office} />
          </Section>
        </div>
      </div>
    </main>
  );
}

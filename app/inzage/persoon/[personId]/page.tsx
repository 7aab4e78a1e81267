import Link from "next/link";
import { notFound } from "next/navigation";
import { EraseForm, ExportForm, HoldForm } from "@/components/privacy/person-forms";
import { Section } from "@/components/ui/section";
import { Texts } from "@/components/ui/texts";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import { translator } from "@/lib/i18n/translator";
import { dayOrNull } from "@/lib/platform/clock";
import { standsInTheWay } from "@/lib/privacy/domain/terms";
import { personHead, standingOf } from "@/lib/privacy/queries/person";

export async function generateMetadata() {
  return { title: (await translator())("privacy.person.title") };
}

/** One person: everything as a file, a hold, and erasing them with what stands in its way. */
export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await enter("page:/inzage/persoon/[personId]");
  const { personId } = await params;
  const id = /^\d{1,9}$/.test(personId) ? Number(personId) : 0;
  const [t, person, standing] = await Promise.all([translator(), personHead(actor, id), standingOf(id)]);
  if (!person || !standing) notFound();
  await saw(actor, "person", { subject: id });
  const [hold] = person.legalHolds;
  return (
    <main id="main" className="page">
      <p>
        <Link href="/inzage">{t("privacy.person.back")}</Link>
      </p>
      <h1 className="mb-1">{person.erasedAt ? t("privacy.person.gone") : formatPersonName(person)}</h1>
      <ul className="mb-6 list-none text-ink-2">
        {person.tenancies.map(({ id: row, role, tenancy }) => {
          const ends = dayOrNull(tenancy.endsOn);
          return (
            <li key={row}>
              {t("privacy.person.contract", {
                number: tenancy.number,
                role: t(`privacy.role.${role}`),
                ends: ends ? formatDay(ends, "full", t.lang) : "none",
              })}
            </li>
          );
        })}
      </ul>
      {person.erasedAt ? (
        <p>{t("privacy.person.erasedOn", { moment: formatMoment(person.erasedAt, "weekdayShort", t.lang) })}</p>
      ) : (
        <Texts rooms={["privacy"]}>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(20rem,100%),1fr))] items-start gap-x-14 gap-y-8 max-w-240">
            <Section title={t("privacy.person.exportTitle")}>
              <ExportForm personId={id} />
            </Section>
            <Section title={t("privacy.person.holdTitle")}>
              <HoldForm personId={id} hold={hold ? { id: hold.id, reason: hold.reason } : null} />
            </Section>
            <Section title={t("privacy.person.eraseTitle")}>
              <EraseForm personId={id} inTheWay={standsInTheWay(standing, true)} />
            </Section>
          </div>
        </Texts>
      )}
    </main>
  );
}

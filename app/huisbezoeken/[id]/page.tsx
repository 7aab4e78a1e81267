import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { DoorNotice } from "@/components/caretaker/door-notice";
import styles from "@/components/caretaker/phone.module.css";
import { Drafts } from "@/components/ui/drafts";
import { Briefing } from "@/components/visits/briefing";
import { VisitForms } from "@/components/visits/visit-forms";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { draftsAt } from "@/lib/drafts/queries";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { deskColleagues } from "@/lib/staff/queries/staff";
import { mayVisit, visitBriefing, visitCard } from "@/lib/visits/queries/visits";

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await enter("page:/huisbezoeken/[id]");
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) notFound();
  const [t, { day }, visit] = await Promise.all([translator(), now(), visitCard(id)]);
  if (!visit) notFound();
  await saw(actor, "visit", { tenancyId: visit.tenancyId });
  const [briefing, desk, drafts] = await Promise.all([
    visitBriefing(visit),
    deskColleagues(day),
    draftsAt(actor, `bezoek/${visit.id}`),
  ]);
  const colleagues = desk.map(({ id: value, name }) => ({ value: String(value), label: name }));
  const open = visit.doneOn === null && !visit.withdrawn;
  const answer = open ? await mayVisit(visit) : "free";
  return (
    <main id="main" className={styles.phone}>
      <a
        className="inline-flex items-center gap-1 min-h-11 pr-5 pl-3 text-ink-2 no-underline font-normal text-m"
        href="/huisbezoeken"
      >
        <span aria-hidden="true">‹</span> {t("doors.backVisits")}
      </a>
      <div className={styles.head}>
        <h1>{visit.name ? formatPersonName(visit.name) : t("doors.nameUnknown")}</h1>
        <p>
          {formatAddress(visit)}
          {visit.building && `, ${visit.building}`}
        </p>
      </div>
      {visit.doneOn && (
        <p className={styles.notice} role="status">
          {t("doors.visitDone", {
            day: formatDay(visit.doneOn, "weekday", t.lang),
            outcome: t(`visits.outcome.${visit.outcome}`).toLowerCase(),
          })}
        </p>
      )}
      <DoorNotice answer={answer} t={t} />
      {visit.withdrawn && <p className={styles.notice}>{t("doors.visitWithdrawn")}</p>}
      <Briefing visit={visit} briefing={briefing} t={t} />
      {open && (
        <a className={styles.quiet} href={`/kaartjes?bezoek=${visit.id}`}>
          {t("doors.printVisitCard")}
        </a>
      )}
      {open && (
        <Drafts owner={actor.staffId ?? 0} subject={`bezoek/${visit.id}`} drafts={drafts}>
          <VisitForms
            {...{ visit, colleagues, t }}
            today={day}
            own={actor.staffId}
            doorPart={briefing.door?.part ?? null}
            reachable={briefing.phones.length > 0}
            planCommandId={randomUUID()}
            logCommandId={randomUUID()}
          />
        </Drafts>
      )}
    </main>
  );
}

import styles from "@/components/caretaker/phone.module.css";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { formatPhone } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { VisitBriefing, VisitCard } from "@/lib/visits/queries/visits";

/** What to know before the door opens. */
export function Briefing({ visit, briefing, t }: { visit: VisitCard; briefing: VisitBriefing; t: Translate }) {
  return (
    <details open className={styles.label}>
      <summary>{t("doors.know")}</summary>
      {visit.safetyNote && (
        <p className={styles.problem}>
          {t("doors.safety", {
            note: visit.safetyNote,
            by: visit.safetyBy ?? "none",
            until: visit.safetyUntil ? formatDay(visit.safetyUntil, "full", t.lang) : "none",
          })}
        </p>
      )}
      {visit.byTwo && (
        <p>
          <b>{t("doors.byTwo")}</b>
        </p>
      )}
      {visit.know.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {visit.language && <p>{t("doors.speaks", { language: visit.language })}</p>}
      <dl
        className="py-1 grid grid-cols-[104px_minmax(0,1fr)] gap-y-1 gap-x-3 [&_dt]:text-ink-2
          [&_dt]:font-normal [&>*]:text-m/6"
      >
        <dt>{t("doors.reason")}</dt>
        <dd>{t(`visits.purpose.${visit.purpose}`)}</dd>
        {briefing.overdue !== null && (
          <>
            <dt>{t("doors.open")}</dt>
            <dd>{t("doors.openValue", { amount: formatEuro(briefing.overdue), months: briefing.months })}</dd>
          </>
        )}
        <dt>{t("doors.phones")}</dt>
        <dd>
          {briefing.phones.length === 0
            ? t("doors.noPhone")
            : briefing.phones.map((number) => (
                <a key={number} href={`tel:${number.replace(/\s/g, "")}`} className="mr-3">
                  {formatPhone(number)}
                </a>
              ))}
        </dd>
        {briefing.caretaker && (
          <>
            <dt>{t("doors.caretaker")}</dt>
            <dd>{briefing.caretaker}</dd>
          </>
        )}
        {briefing.door && (
          <>
            <dt>{t("doors.worked")}</dt>
            <dd>
              {t("doors.workedValue", {
                part: t(`casepage.mornings.${briefing.door.part}`),
                tried: briefing.door.tried,
                reached: briefing.door.reached,
              })}
            </dd>
          </>
        )}
        {briefing.lastSpokenOn && (
          <>
            <dt>{t("doors.lastContact")}</dt>
            <dd>{formatDay(briefing.lastSpokenOn, "weekday", t.lang)}</dd>
          </>
        )}
        {briefing.noMoreFor && (
          <>
            <dt>{t("doors.saidNoMore")}</dt>
            <dd>{t(`visits.noMoreFor.${briefing.noMoreFor}`)}</dd>
          </>
        )}
      </dl>
      <a href={`/dossier/${visit.tenancyId}`}>{t("doors.openCase")}</a>
    </details>
  );
}

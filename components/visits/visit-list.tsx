import styles from "@/components/caretaker/phone.module.css";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress, formatDoor, formatPersonShort } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import type { VisitCard } from "@/lib/visits/queries/visits";

function lineOf(visit: VisitCard, t: Translate): string {
  const day = (d: Day) => formatDay(d, "weekdayShort", t.lang);
  if (visit.doneOn) return t("doors.wentOn", { day: day(visit.doneOn), outcome: t(`visits.outcome.${visit.outcome}`) });
  if (visit.plannedFor)
    return t("doors.plannedOn", { day: day(visit.plannedFor), part: t(`visits.part.${visit.part ?? "morning"}`).toLowerCase() });
  return [t(`visits.purpose.${visit.purpose}`), visit.before && t("doors.before", { day: day(visit.before) })]
    .filter(Boolean)
    .join(" · ");
}

function VisitRow({ visit, t }: { visit: VisitCard; t: Translate }) {
  const door = formatDoor(visit);
  return (
    <li>
      <a className={`${styles.task} ${visit.doneOn ? styles.done : ""}`} href={`/huisbezoeken/${visit.id}`}>
        <span className={`${styles.door} ${door.length > 4 ? styles.doorLong : ""}`}>{door}</span>
        <span>
          <b>{visit.name ? formatPersonShort(visit.name) : t("doors.nameUnknown")}</b>
          <span className={styles.why}>{formatAddress(visit)}</span>
          <span className={styles.why}>{lineOf(visit, t)}</span>
        </span>
        <svg
          width="12"
          height="20"
          viewBox="0 0 12 20"
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth="1.8"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d={visit.doneOn ? "m1 10 4 4 6-9" : "m3 4 6 6-6 6"} />
        </svg>
      </a>
    </li>
  );
}

/** Home visits in the order of a day: today's, what still needs a day, what is planned, what was done. */
export function VisitList({ visits, today, t }: { visits: readonly VisitCard[]; today: Day; t: Translate }) {
  const open = visits.filter((visit) => visit.doneOn === null);
  const groups = [
    { key: "visitsToday", rows: open.filter((visit) => visit.plannedFor !== null && visit.plannedFor <= today), now: true },
    { key: "visitsToPlan", rows: open.filter((visit) => visit.plannedFor === null), now: false },
    { key: "visitsPlanned", rows: open.filter((visit) => visit.plannedFor !== null && visit.plannedFor > today), now: false },
    { key: "visitsDone", rows: visits.filter((visit) => visit.doneOn !== null), now: false },
  ];
  return groups.map(({ key, rows, now }) =>
    rows.length === 0 ? null : (
      <section key={key} aria-label={t(`doors.${key}`, { count: rows.length })}>
        <h2 className={`${styles.group} ${now ? styles.groupNow : ""}`}>{t(`doors.${key}`, { count: rows.length })}</h2>
        <ul>
          {rows.map((visit) => (
            <VisitRow key={visit.id} visit={visit} t={t} />
          ))}
        </ul>
      </section>
    ),
  );
}

import { DoorGroup, DoorRow } from "@/components/caretaker/door-row";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress } from "@/lib/i18n/people";
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

/** Home visits in the order of a day: today's, what still needs a day, what is planned, what was done. */
export function VisitList({ visits, today, t }: { visits: readonly VisitCard[]; today: Day; t: Translate }) {
  const open = visits.filter((visit) => visit.doneOn === null);
  const groups = [
    { key: "visitsToday", rows: open.filter((visit) => visit.plannedFor !== null && visit.plannedFor <= today), now: true },
    { key: "visitsToPlan", rows: open.filter((visit) => visit.plannedFor === null), now: false },
    { key: "visitsPlanned", rows: open.filter((visit) => visit.plannedFor !== null && visit.plannedFor > today), now: false },
    { key: "visitsDone", rows: visits.filter((visit) => visit.doneOn !== null), now: false },
  ];
  return groups.map(({ key, rows, now }) => (
    <DoorGroup
      key={key}
      title={t(`doors.${key}`, { count: rows.length })}
      now={now}
      rows={rows.map((visit) => (
        <DoorRow
          key={visit.id}
          door={visit}
          href={`/huisbezoeken/${visit.id}`}
          done={visit.doneOn !== null}
          lines={[formatAddress(visit), lineOf(visit, t)]}
          t={t}
        />
      ))}
    />
  ));
}

import { DoorGroup, DoorRow } from "@/components/caretaker/door-row";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import type { VisitCard } from "@/lib/visits/queries/visits";

function lineOf(visit: VisitCard, t: Translate): string {
  const day = (d: Day) => formatDay(d, "weekdayShort", t.lang);
  if (visit.doneOn) return t("doors.wentOn", { day: day(visit.doneOn), outcome: t(`visits.outcome.${visit.outcome}`) });
  if (visit.plannedFor) {
    const part = t(`visits.part.${visit.part ?? "morning"}`).toLowerCase();
    const when = visit.atTime
      ? t("doors.appointmentAt", { day: day(visit.plannedFor), time: visit.atTime })
      : t("doors.plannedOn", { day: day(visit.plannedFor), part });
    return visit.goesName ? `${when} · ${t("doors.goes", { name: visit.goesName })}` : when;
  }
  return [t(`visits.purpose.${visit.purpose}`), visit.before && t("doors.before", { day: day(visit.before) })]
    .filter(Boolean)
    .join(" · ");
}

interface Props {
  readonly visits: readonly VisitCard[];
  readonly today: Day;
  /** Who looks. */
  readonly own: number | null;
  readonly t: Translate;
}

/** One's own first; then the way one walks: street by street, up by number. */
const byWalk =
  (own: number | null) =>
  (a: VisitCard, b: VisitCard): number =>
    Number(a.goes !== own) - Number(b.goes !== own) ||
    (a.atTime ?? "~").localeCompare(b.atTime ?? "~") ||
    a.street.localeCompare(b.street, "nl") ||
    Number.parseInt(a.houseNumber, 10) - Number.parseInt(b.houseNumber, 10);

/** Home visits in the order of a day: today's, what still needs a day, what is planned, what was done. */
export function VisitList({ visits, today, own, t }: Props) {
  const open = visits.filter((visit) => visit.doneOn === null).toSorted(byWalk(own));
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

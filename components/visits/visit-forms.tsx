import styles from "@/components/caretaker/phone.module.css";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { AGREED, ANNOUNCEMENTS, NO_MORE, SEEN, VISIT_OUTCOMES } from "@/lib/visits/domain/visit";
import type { VisitCard } from "@/lib/visits/queries/visits";
import { type Option, PlanForm } from "./plan-form";
import { VisitForm } from "./visit-form";

interface Props {
  readonly visit: VisitCard;
  readonly today: Day;
  readonly planCommandId: string;
  readonly logCommandId: string;
  /** Who can go, and who is at the screen. */
  readonly colleagues: readonly Option[];
  readonly own: number | null;
  /** The part of the day that worked at this door before. */
  readonly doorPart: string | null;
  /** There is a number to ring them on. */
  readonly reachable: boolean;
  readonly t: Translate;
}

const PARTS = ["morning", "afternoon", "evening"] as const;

/** Planning first while there is no day yet; the log stands open from the planned day on, and one tap away before it. */
export function VisitForms({ visit, today, planCommandId, logCommandId, colleagues, own, doorPart, reachable, t }: Props) {
  const option = (group: string) => (value: string) => ({ value, label: t(`visits.${group}.${value}`) });
  const d = (key: string, values?: Record<string, number>) => t(`doors.${key}`, values);
  const due = visit.plannedFor !== null && visit.plannedFor <= today;
  const plan = (
    <PlanForm
      visitId={visit.id}
      commandId={planCommandId}
      parts={PARTS.map(option("part"))}
      announcements={ANNOUNCEMENTS.map(option("announcedBy"))}
      firstDay={today}
      given={{
        plannedFor: visit.plannedFor ?? "",
        part: visit.part ?? doorPart ?? "morning",
        announcedBy: visit.announcedBy ?? (reachable ? "phone" : "card"),
        byTwo: visit.byTwo,
        goes: String(visit.goes ?? own ?? ""),
        along: String(visit.goesAlong ?? ""),
        atTime: visit.atTime ?? "",
      }}
      colleagues={colleagues}
      words={{
        title: d("planTitle"),
        day: d("planDay"),
        part: d("planPart"),
        announced: d("planAnnounced"),
        appointment: d("planAppointment"),
        two: d("planTwo"),
        save: visit.plannedFor ? d("planAgain") : d("planSave"),
        planned: d("planned"),
        override: d("overrideNote"),
        goes: d("planGoes"),
        along: d("planAlong"),
        nobody: d("planNobody"),
        at: d("planAt"),
      }}
    />
  );
  const log = (
    <VisitForm
      visitId={visit.id}
      commandId={logCommandId}
      outcomes={VISIT_OUTCOMES.map(option("outcome"))}
      seen={SEEN.map(option("seen"))}
      agreed={AGREED.map(option("agreed"))}
      noMore={NO_MORE.map(option("noMoreFor"))}
      today={today}
      steps={[1, 2, 3, 4].map((step) => d("stepOf", { step, steps: 4 })) as [string, string, string, string]}
      words={{
        q1: d("q1"),
        q2: d("q2"),
        q3: d("q3"),
        q4: d("q4"),
        seenHint: d("seenHint"),
        next: d("next"),
        previous: d("previous"),
        save: d("save"),
        saved: d("saved"),
        kept: d("kept"),
        notKept: d("notKept"),
        promisedOn: d("promisedOn"),
        amount: d("amount"),
        amountHint: d("amountHint"),
        incomeDay: d("incomeDay"),
        consent: d("consent"),
        nextDay: d("nextDay"),
        note: d("note"),
        noteHint: d("noteHint"),
        fileNote: d("fileNote"),
        noMore: d("noMore"),
        noMoreOpen: d("noMoreOpen"),
        back: d("backVisits"),
        checked: d("checked"),
      }}
    />
  );
  return (
    <>
      {due ? log : plan}
      <details className={styles.label}>
        <summary>{due ? d("planAgain") : d("logStart")}</summary>
        {due ? plan : log}
      </details>
    </>
  );
}

import styles from "@/components/caretaker/phone.module.css";
import { OpenSignals } from "@/components/caretaker/signals";
import { Worries } from "@/components/caretaker/worries";
import { PrintButton } from "@/components/ui/print-button";
import { VisitList } from "@/components/visits/visit-list";
import { enter } from "@/lib/auth/session";
import { openSignals } from "@/lib/caretaker/queries/signals";
import { worriesFor } from "@/lib/caretaker/queries/worries";
import { toReviewCount } from "@/lib/field/queries/post";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { visitList } from "@/lib/visits/queries/visits";

export default async function VisitsPage() {
  const actor = await enter("page:/huisbezoeken");
  const [t, clock, waiting] = await Promise.all([translator(), now(), toReviewCount(actor)]);
  const { day } = clock;
  const [visits, worries, signals] = await Promise.all([
    visitList(day),
    worriesFor(actor, clock),
    actor.role === "consultant" ? openSignals(actor) : [],
  ]);
  return (
    <main id="main" className={styles.phone}>
      <div className={styles.head}>
        <h1>{t("doors.visitsTitle")}</h1>
        <p>{formatDay(day, "weekdayLong", t.lang)}</p>
      </div>
      <Worries worries={worries} t={t} />
      <a className={`${styles.quiet} ${styles.noPrint}`} href="/veld">
        {t("field.office.takeAlong")}
      </a>
      <a className={`${styles.quiet} ${styles.noPrint}`} href="/huisbezoeken/onderweg">
        {waiting > 0 ? t("field.office.waiting", { count: waiting }) : t("field.office.look")}
      </a>
      {visits.length === 0 && (
        <p className="py-8 px-5 text-ink-2">{t("doors.noVisits", { day: formatDay(day, "weekday", t.lang) })}</p>
      )}
      <OpenSignals signals={signals} t={t} />
      <VisitList visits={visits} today={day} own={actor.staffId} t={t} />
      {visits.length > 0 && <PrintButton label={t("doors.printList")} className={`${styles.quiet} ${styles.noPrint}`} />}
    </main>
  );
}

import type { DoorTask } from "@/lib/caretaker/queries/tasks";
import { formatDay } from "@/lib/i18n/format";
import { formatPersonSpoken } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import styles from "./phone.module.css";

interface Props {
  readonly task: DoorTask;
  readonly card: { readonly code: string; readonly leftOn: Day | null };
  readonly caretaker: string;
  readonly corporation: { readonly name: string; readonly number: string; readonly hours: string };
  readonly t: Translate;
}

/** The call-back card in large, plain type: no word about rent, a code that finds the case when the tenant calls. */
export function CallbackCard({ task, card, caretaker, corporation, t }: Props) {
  const name = task.name ? formatPersonSpoken(task.name) : t("doors.nameUnknown");
  return (
    <section aria-label={t("doors.cardTitle")}>
      <h2 className={`${styles.group} ${styles.noPrint}`}>{t("doors.cardTitle")}</h2>
      <p className={`${styles.label} ${styles.noPrint}`}>
        {card.leftOn ? t("doors.cardLeft", { day: formatDay(card.leftOn, "weekday", t.lang) }) : t("doors.cardHelp")}
      </p>
      <div
        className="my-3 mx-5 bg-[#fff] text-[#1f211d] border border-control p-5 font-normal text-[14pt]/[19pt]
          font-letter [&_strong]:font-sans [&_strong]:font-bold [&_strong]:text-[22pt]/[26pt] [&_strong]:block print:border-0
          print:m-0"
      >
        <p>
          <b>{t("doors.cardDear", { name })}</b>
        </p>
        <p>{t("doors.cardBody", { colleague: task.colleague ?? t("doors.cardColleague") })}</p>
        <strong>{corporation.number}</strong>
        <p>{t("doors.cardHours", { hours: corporation.hours })}</p>
        <strong>{card.code}</strong>
        <p>{t("doors.cardDoubt")}</p>
        <p>{t("doors.cardGreet", { name: caretaker, corporation: corporation.name })}</p>
      </div>
      <a className={`${styles.quiet} ${styles.noPrint}`} href={`/kaartjes?taak=${task.id}`}>
        {t("doors.printCard")}
      </a>
    </section>
  );
}

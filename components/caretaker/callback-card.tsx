import type { CardPage } from "@/lib/caretaker/templates/card";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import styles from "./phone.module.css";

interface Props {
  readonly taskId: number;
  readonly page: CardPage;
  readonly leftOn: Day | null;
  readonly t: Translate;
}

/** The call-back card as it will be printed: in Dutch, whatever the screen speaks. */
export function CallbackCard({ taskId, page, leftOn, t }: Props) {
  return (
    <section aria-label={t("doors.cardTitle")} className={styles.noPrint}>
      <h2 className={styles.group}>{t("doors.cardTitle")}</h2>
      <p className={styles.label}>
        {leftOn ? t("doors.cardLeft", { day: formatDay(leftOn, "weekday", t.lang) }) : t("doors.cardHelp")}
      </p>
      <div
        lang="nl"
        className="my-3 mx-5 bg-[#fff] text-[#1f211d] border border-control p-5 font-normal text-[14pt]/[19pt]
          font-letter [&_strong]:font-sans [&_strong]:font-bold [&_strong]:text-[22pt]/[26pt] [&_strong]:block"
      >
        <p>
          <b>{page.dear}</b>
        </p>
        {page.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <strong>{page.number}</strong>
        <p>{page.hours}</p>
        <strong>{page.code}</strong>
        {page.after.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          Groet, <b>{page.sender}</b>
          <br />
          {page.role} van {page.corporation}
        </p>
      </div>
      <a className={styles.quiet} href={`/kaartjes?taak=${taskId}`}>
        {t("doors.printCard")}
      </a>
    </section>
  );
}

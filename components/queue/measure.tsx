import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { PartOfDay } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import styles from "./queue.module.css";

/** Which day it is at the desk, and up to when receipts are known. */
export function Measure({ day, part, bankThrough, t }: { day: Day; part: PartOfDay; bankThrough: string | null; t: Translate }) {
  return (
    <p className={styles.measure}>
      <span>{t("queue.today", { day: formatDay(day, "weekdayShort", t.lang), part: t(`queue.part.${part}`) })}</span>
      <span>
        {bankThrough ? t("queue.bank", { day: formatDay(bankThrough as Day, "short", t.lang) }) : t("queue.bankUnknown")}
      </span>
    </p>
  );
}

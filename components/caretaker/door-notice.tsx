import type { DoorAnswer } from "@/lib/contact/queries/door";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./phone.module.css";

/** Said above everything else at a door where nobody should ring now. */
export function DoorNotice({ answer, t }: { answer: DoorAnswer; t: Translate }) {
  if (answer === "free") return null;
  return (
    <p className={`${styles.problem} ${styles.noPrint}`} role="note">
      {t(`doors.gate.${answer}`)}
    </p>
  );
}

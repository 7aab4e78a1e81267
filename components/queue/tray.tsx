import Link from "next/link";
import { timelineWords } from "@/components/cases/timeline-words";
import { stepWord } from "@/components/cases/words";
import { Rich } from "@/components/ui/rich";
import type { LastAct } from "@/lib/cases/domain/view";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./queue.module.css";
import { UndoButton } from "./undo-button";

interface Props {
  act: LastAct | null;
  staffId: number | null;
  commandId: string;
  /** The case it was about. */
  back: string;
  t: Translate;
}

/** What was just recorded, with the way to take it back. Always there, so that a screen reader hears what comes in it. */
export function Tray({ act, staffId, commandId, back, t }: Props) {
  const person = act?.people.find((one) => one.role === "tenant") ?? act?.people[0];
  const name = person ? formatPersonName(person) : "";
  return (
    <div
      className={styles.tray}
      role="status"
      aria-label={t("queue.tray.label")}
      data-filled={act?.item || act?.undone ? true : undefined}
    >
      {act?.undone && (
        <>
          <p>
            <b>{t("queue.tray.undone")}</b>
            <br />
            <span className="text-s text-ink-2">
              {t(act.undoes === null ? "queue.tray.undoneHint" : "queue.tray.undoneRest", { name })}{" "}
              <Link href={back}>{t("queue.tray.look")}</Link>
            </span>
          </p>
          {act.undoes !== null && <UndoButton undoes={act.undoes} commandId={commandId} />}
        </>
      )}
      {act?.item && !act.undone && (
        <>
          <p>
            <Rich parts={timelineWords(act.item, act, staffId, t)} />
            <br />
            <span className="text-s text-ink-2">
              {act.step
                ? t("queue.tray.next", { name, step: stepWord(act.step, t).toLocaleLowerCase("nl") })
                : t("queue.tray.noStep", { name })}
            </span>
          </p>
          {act.undoes !== null && <UndoButton undoes={act.undoes} commandId={commandId} />}
        </>
      )}
    </div>
  );
}

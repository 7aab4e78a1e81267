import type { DoorTask } from "@/lib/caretaker/queries/tasks";
import { formatDay } from "@/lib/i18n/format";
import { formatDoor, formatPersonShort } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import styles from "./phone.module.css";

const nameOf = (task: DoorTask, t: Translate) => (task.name ? formatPersonShort(task.name) : t("doors.nameUnknown"));

function whyOf(task: DoorTask, today: Day, t: Translate): string {
  const day = formatDay(task.dueOn, "weekdayShort", t.lang);
  if (task.closedOn) return t(`caretaker.closed.${task.closedReason ?? "other"}`);
  if (task.rings.at(-1)?.day === today) return t("doors.tomorrow", { day });
  if (task.rings.length > 0) return t("doors.onceMore", { day });
  return task.colleague ? t("doors.seeks", { colleague: task.colleague }) : t("doors.seeksOffice");
}

function TaskRow({ task, today, t }: { task: DoorTask; today: Day; t: Translate }) {
  const door = formatDoor(task);
  return (
    <li>
      <a className={`${styles.task} ${task.closedOn ? styles.done : ""}`} href={`/huismeester/${task.id}`}>
        <span className={`${styles.door} ${door.length > 4 ? styles.doorLong : ""}`}>{door}</span>
        <span>
          <b>{nameOf(task, t)}</b>
          <span className={styles.why}>{whyOf(task, today, t)}</span>
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
          <path d={task.closedOn ? "m1 10 4 4 6-9" : "m3 4 6 6-6 6"} />
        </svg>
      </a>
    </li>
  );
}

/** The caretaker's tasks: for today first, then what can wait, then what was done. Works without scripts, prints as a list. */
export function TaskList({ tasks, today, t }: { tasks: readonly DoorTask[]; today: Day; t: Translate }) {
  const groups = [
    { when: "today", title: (count: number) => t("doors.today", { count }) },
    { when: "later", title: (count: number) => t("doors.later", { count }) },
    { when: "done", title: () => t("doors.done") },
  ] as const;
  return groups.map(({ when, title }) => {
    const rows = tasks.filter((task) => task.when === when);
    if (rows.length === 0) return null;
    return (
      <section key={when} aria-label={title(rows.length)}>
        <h2 className={`${styles.group} ${when === "today" ? styles.groupNow : ""}`}>{title(rows.length)}</h2>
        <ul>
          {rows.map((task) => (
            <TaskRow key={task.id} task={task} today={today} t={t} />
          ))}
        </ul>
      </section>
    );
  });
}

import type { DoorTask } from "@/lib/caretaker/queries/tasks";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import { DoorGroup, DoorRow } from "./door-row";

function whyOf(task: DoorTask, today: Day, t: Translate): string {
  const day = formatDay(task.dueOn, "weekdayShort", t.lang);
  if (task.closedOn) return t(`caretaker.closed.${task.closedReason ?? "other"}`);
  if (task.rings.at(-1)?.day === today) return t("doors.tomorrow", { day });
  if (task.rings.length > 0) return t("doors.onceMore", { day });
  return task.colleague ? t("doors.seeks", { colleague: task.colleague }) : t("doors.seeksOffice");
}

/** The caretaker's tasks: for today first, then what can wait, then what was done. Works without scripts, prints as a list. */
export function TaskList({ tasks, today, t }: { tasks: readonly DoorTask[]; today: Day; t: Translate }) {
  const groups = [
    { when: "today", title: (count: number) => t("doors.today", { count }) },
    { when: "later", title: (count: number) => t("doors.later", { count }) },
    { when: "done", title: () => t("doors.done") },
  ] as const;
  return groups.map(({ when, title }) => {
    const rows = tasks
      .filter((task) => task.when === when)
      .map((task) => (
        <DoorRow
          key={task.id}
          door={task}
          href={`/huismeester/${task.id}`}
          done={task.closedOn !== null}
          lines={[formatAddress(task), whyOf(task, today, t), ...(task.helped ? [t("doors.helped")] : [])]}
          t={t}
        />
      ));
    return <DoorGroup key={when} title={title(rows.length)} now={when === "today"} rows={rows} />;
  });
}

import { addDays, type Day, daysBetween } from "../../kernel/day";

/** Where a task stands on the caretaker's list: for today, later this week (rung already, or time left), or done. */
export type TaskMoment = "today" | "later" | "done";

/** A door is tried on two different days: after a ring today the next try waits for tomorrow. A fresh task or one due within two days is for today. */
export function nextMoment(
  task: { readonly rings: readonly { readonly day: Day }[]; readonly dueOn: Day; readonly closedOn: Day | null },
  today: Day,
): TaskMoment {
  if (task.closedOn !== null) return "done";
  const last = task.rings.at(-1)?.day;
  if (last === today) return "later";
  if (last !== undefined) return addDays(last, 1) <= today ? "today" : "later";
  return daysBetween(today, task.dueOn) <= 5 ? "today" : "later";
}

import { dueDay, ownerOf } from "@/lib/cases/domain/owner";
import { formatDay } from "@/lib/i18n/format";
import { formatAddress, formatDoor, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import type { Day } from "@/lib/kernel/day";
import type { Dwelling, QueueRow } from "@/lib/queue/domain/rows";
import { isCall } from "@/lib/rules/steps";

/** The name a row goes by. */
export const rowName = (row: Pick<QueueRow, "salutation" | "initials" | "prefix" | "lastName">, t: Translate): string =>
  row.lastName ? formatPersonName({ ...row, lastName: row.lastName }) : t("queue.row.unknown");

/** `14`, also where the register writes `14-garage`. */
const garageDoor = (place: Dwelling): string =>
  formatDoor(place.addition?.toLowerCase() === "garage" ? { ...place, addition: null } : place);

/** `Statenhof 3-B en garage 14` */
export function rowPlace(row: Dwelling & Pick<QueueRow, "together">, t: Translate): string {
  const also = row.together.map((place) =>
    place.kind === "parking" ? t("queue.row.garage", { door: garageDoor(place) }) : formatAddress(place),
  );
  return [formatAddress(row), ...also].reduce((first, second) => t("queue.row.and", { first, second }));
}

/** What is next, in a word or two; or what somebody has to find out. */
export function rowStep(row: Pick<QueueRow, "doing" | "represented">, t: Translate): string {
  if (!row.doing) return "";
  const key = row.represented && isCall(row.doing) ? "call-representative" : row.doing;
  const words = [`steps.doing.${key}`, `problems.kind.${key}`, `cases.problem.${key}`].find(t.has);
  return words ? t(words) : key;
}

/** Until when it should be found out: `t/m vr 4 dec`. */
export function rowDue(kind: string, since: Day, today: Day, t: Translate): string {
  const due = dueDay(kind, since);
  const style = due.slice(0, 4) === today.slice(0, 4) ? "weekdayShort" : "dated";
  return t("queue.row.due", { day: formatDay(due, style, t.lang) });
}

/** Who finds it out. */
export const rowFinder = (kind: string, t: Translate): string => t(`problems.role.${ownerOf(kind).role}`);

/** `1 mnd · 177 dgn stil` */
export function rowSilence(row: Pick<QueueRow, "monthsBehind" | "silentDays">, t: Translate): string {
  const silent =
    row.silentDays === null
      ? t("queue.row.never")
      : row.silentDays <= 0
        ? t("queue.row.today")
        : t("queue.row.silent", { days: row.silentDays });
  return `${t("queue.row.months", { count: row.monthsBehind })} · ${silent}`;
}

import type { Translate } from "@/lib/i18n/phrase";
import { type Day, type Month, parseDay, parseMonth } from "@/lib/kernel/day";
import { momentAt } from "@/lib/platform/zone";
import { Refused } from "../cli";

export function dayFrom(t: Translate, flag: string, text: string): Day {
  const day = parseDay(text);
  if (!day) throw new Refused(t("cli.refused.day", { flag, text }));
  return day;
}

export function monthFrom(t: Translate, flag: string, text: string): Month {
  const month = parseMonth(text);
  // The year before it has to exist too.
  if (!month || month < "0002") throw new Refused(t("cli.refused.month", { flag, text }));
  return month;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** An ISO moment; without a zone it is Amsterdam time. */
export function momentFrom(t: Translate, flag: string, text: string): Date {
  const found = MOMENT.exec(text);
  const day = parseDay(found?.[1] ?? "");
  if (!found || !day) throw new Refused(t("cli.refused.moment", { flag, text }));
  const [, , time = "", seconds = ":00", , zone] = found;
  const past = Number(seconds.slice(1)) * 1000;
  if (zone) return new Date(Date.parse(`${day}T${time}:00${zone}`) + past);
  return new Date(momentAt(day, Number(time.slice(0, 2)), Number(time.slice(3))).getTime() + past);
}

import type { Translate } from "@/lib/i18n/phrase";
import { type Day, type Month, parseDay, parseMonth } from "@/lib/kernel/day";
import { momentAt } from "@/lib/platform/clock";
import { Refused } from "../cli";

export function dayFrom(t: Translate, flag: string, text: string): Day {
  const day = parseDay(text);
  if (!day) throw new Refused(t("cli.refused.day", { flag, text }));
  return day;
}

export function monthFrom(t: Translate, flag: string, text: string): Month {
  const month = parseMonth(text);
  if (!month) throw new Refused(t("cli.refused.month", { flag, text }));
  return month;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** An ISO moment; without a zone it is Amsterdam time. */
export function momentFrom(t: Translate, flag: string, text: string): Date {
  const found = MOMENT.exec(text);
  const day = parseDay(found?.[1] ?? "");
  const [hours, minutes] = [Number(found?.[2]), Number(found?.[3])];
  if (!found || !day || hours > 23 || minutes > 59) throw new Refused(t("cli.refused.moment", { flag, text }));
  const zone = found[6];
  const seconds = Number((found[4] ?? ":0").slice(1)) * 1000;
  if (zone) return new Date(Date.parse(`${day}T${found[2]}:${found[3]}:00${zone}`) + seconds);
  return new Date(momentAt(day, hours, minutes).getTime() + seconds);
}

import type { PersonView, PhoneView } from "@/lib/cases/domain/view";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { formatPersonName, formatPersonSpoken } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { type Day, daysBetween } from "@/lib/kernel/day";

/** Small words that more than one part of the case page uses. */

export const personName = (person: PersonView | undefined, t: Translate): string =>
  person ? formatPersonName(person) : t("queue.row.unknown");

export const personSpoken = (person: PersonView | undefined, t: Translate): string =>
  person ? formatPersonSpoken(person) : t("casepage.whom.other");

/** `vandaag`, `gisterenmiddag`, `dinsdagmiddag`, `op 3 november`: as one says it, seen from `today`. */
export function whenWords(day: Day, part: string | null, today: Day, t: Translate): string {
  const ago = daysBetween(day, today);
  const partWord = part ? t(`casepage.when.part.${part}`) : "";
  if (ago === 0) return t("casepage.when.today");
  if (ago === 1) return t("casepage.when.yesterday", { part: t.lang === "en" && partWord ? ` ${partWord}` : partWord });
  if (ago > 1 && ago < 7) {
    const weekday = formatDay(day, "weekdayLong", t.lang).split(" ")[0] ?? "";
    return t("casepage.when.weekday", { weekday, part: t.lang === "en" && partWord ? ` ${partWord}` : partWord });
  }
  return t("casepage.when.day", { day: formatDay(day, "dayMonth", t.lang) });
}

/** `mobiel`, `de vaste lijn`; nothing when the number is not known any more. */
export function lineWords(number: string | null | undefined, phones: readonly PhoneView[], t: Translate): string {
  const kind = phones.find((phone) => phone.number === number)?.kind;
  return kind === "mobile" || kind === "landline" ? t(`casepage.line.${kind}`) : t("casepage.line.unknown");
}

/** What a step is called in the list and on the page. */
export const stepWord = (step: string, t: Translate): string => (t.has(`steps.doing.${step}`) ? t(`steps.doing.${step}`) : step);

/** Values of a timeline item as people read them. */
export function itemValues(values: Readonly<Record<string, unknown>>, t: Translate): Record<string, string | number> {
  const shown: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === "number") shown[key] = value;
    if (typeof value !== "string") continue;
    if (key.endsWith("Cents")) shown[key] = formatEuro(BigInt(value));
    else shown[key] = /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value as Day, "weekday", t.lang) : value;
  }
  return shown;
}

import { TZDateMini } from "@date-fns/tz/date/mini";
import { format } from "date-fns/format";
import { enGB } from "date-fns/locale/en-GB";
import { nl } from "date-fns/locale/nl";
import { type Day, firstDay, type Month } from "../kernel/day";
import { amsterdamOf, inAmsterdam } from "../platform/zone";
import type { Language } from "./language";
import { thisYear } from "./year";

/** Non-breaking space: a figure never loses its unit at a line's end. */
export const NBSP = "\u00a0";

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/** `€ 1.234,56`, with a non-breaking space and a true minus sign. `whole`: rounded to euros, for figures to quote. */
export function formatEuro(cents: bigint | number, whole?: "whole"): string {
  const value = BigInt(cents);
  const size = value < 0n ? -value : value;
  const euros = whole ? (size + 50n) / 100n : size / 100n;
  const sign = value < 0n && (euros > 0n || !whole) ? "\u2212" : "";
  const figure = grouped(euros.toString());
  return `${sign}€${NBSP}${whole ? figure : `${figure},${(size % 100n).toString().padStart(2, "0")}`}`;
}

/** `5.982` */
export const formatCount = (count: number | bigint): string => {
  const value = BigInt(count);
  return value < 0n ? `\u2212${grouped((-value).toString())}` : grouped(value.toString());
};

/** `30 %` of a share between 0 and 1 (or beyond); one decimal with `"fine"`: `29,6 %`. */
export function formatPercent(share: number, fine?: "fine"): string {
  const percent = fine ? share.toFixed(3) : share.toFixed(2);
  const text = (Number(percent) * 100)
    .toFixed(fine ? 1 : 0)
    .replace("-", "\u2212")
    .replace(".", ",");
  return `${text}${NBSP}%`;
}

/** `1,00` or `2,5`: a number that is not a count. */
export const formatDecimal = (value: number, decimals = 2): string =>
  value.toFixed(decimals).replace("-", "\u2212").replace(".", ",");

const LOCALES = { nl, en: enGB } as const;
/** A calendar date has no zone: it is written as it stands. */
const dateOf = (text: Day): Date =>
  new TZDateMini(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8)), "UTC");
/** Dutch abbreviations come with a point, which a table has no room for. */
const written = (date: Date, pattern: string, lang: Language): string =>
  format(date, pattern, { locale: LOCALES[lang] }).replace(/(?<=\p{L})\.(?= |$)/u, "");

/**
 * How a day is written: `weekday` wo 25 november · `long` 25 november 2026 · `short` 25 nov · `weekdayShort` wo 25 nov ·
 * `weekdayLong` woensdag 25 november · `full` woensdag 25 november 2026 · `dayMonth` 25 november · `dated` 25 nov 2026
 */
export type DayStyle = "weekday" | "long" | "short" | "weekdayShort" | "weekdayLong" | "full" | "dayMonth" | "dated";

/** A day of another year than this one carries its year in every style. */
export function formatDay(day: Day, style: DayStyle = "long", lang: Language = "nl"): string {
  const year = day.slice(0, 4);
  const written = writtenDay(day, style, lang);
  return YEARLESS.has(style) && isElsewhen(year) ? `${written} ${year}` : written;
}
const YEARLESS: ReadonlySet<DayStyle> = new Set(["weekday", "short", "weekdayShort", "weekdayLong", "dayMonth"]);
const isElsewhen = (year: string): boolean => thisYear() !== null && thisYear() !== year;

/** Patterns of date-fns; `~` is a space that does not break, `wd` the short name of the weekday. */
const PATTERNS: Readonly<Record<DayStyle, string>> = {
  weekday: "wd~d~MMMM",
  long: "d~MMMM yyyy",
  short: "d~MMM",
  weekdayShort: "wd~d~MMM",
  weekdayLong: "EEEE d~MMMM",
  full: "EEEE d~MMMM yyyy",
  dayMonth: "d~MMMM",
  dated: "d~MMM yyyy",
};
const WEEKDAY = { nl: "EEEEEE", en: "EEE" } as const;

function writtenDay(day: Day, style: DayStyle, lang: Language): string {
  return written(dateOf(day), PATTERNS[style].replace("wd", WEEKDAY[lang]).replaceAll("~", NBSP), lang);
}

/** `november 2026` · `near` november, with its year when it is another one · `name` november · `short` nov · `shortYear` nov 2026 */
export function formatMonth(
  month: Month,
  style: "long" | "near" | "name" | "short" | "shortYear" = "long",
  lang: Language = "nl",
): string {
  const name = written(dateOf(firstDay(month)), style === "short" || style === "shortYear" ? "MMM" : "MMMM", lang);
  const withYear = style === "long" || style === "shortYear" || (style === "near" && isElsewhen(month.slice(0, 4)));
  return withYear ? `${name} ${month.slice(0, 4)}` : name;
}

/** `15:20` on the Amsterdam clock. */
export const formatTime = (moment: Date): string => format(inAmsterdam(moment), "HH:mm");
/** `15`: the hour on the Amsterdam clock. */
export const formatHour = (moment: Date): string => format(inAmsterdam(moment), "HH");

/** `di 10 nov, 15:20` on the Amsterdam clock; with another style in front. */
export const formatMoment = (moment: Date, style: DayStyle = "weekdayShort", lang: Language = "nl"): string =>
  `${formatDay(amsterdamOf(moment).day, style, lang)}, ${formatTime(moment)}`;

/** A list as a sentence says it: `a, b en c`. */
export function formatList(items: readonly string[], lang: Language = "nl"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${lang === "nl" ? "en" : "and"} ${last}`;
}

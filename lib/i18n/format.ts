import { type Day, type Month, weekday } from "../kernel/day";
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

const WORDS = {
  nl: {
    months: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
    monthsShort: "jan feb mrt apr mei jun jul aug sep okt nov dec".split(" "),
    weekdays: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(" "),
    weekdaysShort: "ma di wo do vr za zo".split(" "),
  },
  en: {
    months: "January February March April May June July August September October November December".split(" "),
    monthsShort: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
    weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
    weekdaysShort: "Mon Tue Wed Thu Fri Sat Sun".split(" "),
  },
} as const;

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

function writtenDay(day: Day, style: DayStyle, lang: Language): string {
  const words = WORDS[lang];
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7)) - 1;
  const date = `${Number(day.slice(8))}${NBSP}${words.months[month]}`;
  const dateShort = `${Number(day.slice(8))}${NBSP}${words.monthsShort[month]}`;
  const nth = weekday(day) - 1;
  switch (style) {
    case "weekday":
      return `${words.weekdaysShort[nth]}${NBSP}${date}`;
    case "long":
      return `${date} ${year}`;
    case "short":
      return dateShort;
    case "weekdayShort":
      return `${words.weekdaysShort[nth]}${NBSP}${dateShort}`;
    case "weekdayLong":
      return `${words.weekdays[nth]} ${date}`;
    case "full":
      return `${words.weekdays[nth]} ${date} ${year}`;
    case "dayMonth":
      return date;
    case "dated":
      return `${dateShort} ${year}`;
  }
}

/** `november 2026` · `near` november, with its year when it is another one · `name` november · `short` nov · `shortYear` nov 2026 */
export function formatMonth(
  month: Month,
  style: "long" | "near" | "name" | "short" | "shortYear" = "long",
  lang: Language = "nl",
): string {
  const nth = Number(month.slice(5)) - 1;
  const name = WORDS[lang][style === "short" || style === "shortYear" ? "monthsShort" : "months"][nth] ?? month;
  const withYear = style === "long" || style === "shortYear" || (style === "near" && isElsewhen(month.slice(0, 4)));
  return withYear ? `${name} ${month.slice(0, 4)}` : name;
}

/** `15:20` on the Amsterdam clock. */
const clockFace = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
export const formatTime = (moment: Date): string => clockFace.format(moment);

const dateFace = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });
/** `di 10 nov, 15:20` on the Amsterdam clock; with another style in front. */
export const formatMoment = (moment: Date, style: DayStyle = "weekdayShort", lang: Language = "nl"): string =>
  `${formatDay(dateFace.format(moment) as Day, style, lang)}, ${formatTime(moment)}`;

/** A list as a sentence says it: `a, b en c`. */
export function formatList(items: readonly string[], lang: Language = "nl"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${lang === "nl" ? "en" : "and"} ${last}`;
}

import type { CaseView, TimelineItem } from "@/lib/cases/domain/view";
import { formatDay, formatEuro, formatHour, formatMonth } from "@/lib/i18n/format";
import type { Part, Translate } from "@/lib/i18n/phrase";
import { workingDaysAfter } from "@/lib/kernel/calendar";
import { earliest, monthOf } from "@/lib/kernel/day";
import { lineWords, whenWords } from "./words";

const MISSED = new Set(["not-answered", "voicemail"]);
const TOLD = 2;

type Charges = CaseView["charges"];
const sumOf = (charges: Charges): bigint => charges.reduce((sum, one) => sum + one.open, 0n);

/** What of the rent lies open: one month, part of one, or several. */
function rentClause(view: CaseView, rent: Charges, t: Translate): readonly Part[] {
  const [oldest] = rent;
  if (!oldest) return [];
  const since = rent.map((one) => one.openSince).reduce(earliest);
  const open = sumOf(rent);
  const months = new Set(rent.map((one) => monthOf(one.dueOn)));
  const amount = formatEuro(open);
  if (months.size > 1)
    return t.parts("casepage.reason.months", { count: months.size, amount, day: formatDay(since, "dayMonth", t.lang) });
  const days = workingDaysAfter(since, view.day);
  const charged = view.months.find((one) => one.month === monthOf(oldest.dueOn))?.charged;
  const key = days === 0 ? "monthToday" : charged !== undefined && charged > open ? "part" : "month";
  return t.parts(`casepage.reason.${key}`, { month: formatMonth(monthOf(oldest.dueOn), "near", t.lang), amount, days });
}

/** What lies open, as one clause: the rent first, then what is not rent. */
function openClause(view: CaseView, t: Translate): readonly Part[] {
  const rent = view.charges.filter((one) => one.monthlyRent);
  const other = view.charges.filter((one) => !one.monthlyRent);
  const [first] = other;
  if (!first) return rent.length > 0 ? rentClause(view, rent, t) : t.parts("casepage.reason.nothing");
  const values = {
    amount: formatEuro(sumOf(other)),
    category: t(`casepage.category.${first.category}`),
    day: formatDay(first.dueOn, "dayMonth", t.lang),
  };
  if (rent.length === 0) return t.parts("casepage.reason.other", values);
  return [...rentClause(view, rent, t), ...t.parts("casepage.reason.andOther", values)];
}

type Sentence = { readonly item: TimelineItem; readonly words: string };

function sentenceOf(item: TimelineItem, view: CaseView, t: Translate): string | null {
  const text = (key: string) => (typeof item.values[key] === "string" ? (item.values[key] as string) : "");
  const part = typeof item.values.part === "string" ? item.values.part : partOf(item);
  const when = whenWords(item.day, part, view.day, t);
  const outcome = text("outcome");
  switch (item.code) {
    case "promise-broken":
      return t("casepage.tail.promise", { day: formatDay(text("promisedOn") as TimelineItem["day"], "dayMonth", t.lang) });
    case "call":
      if (outcome === "spoke") return t("casepage.tail.spoke", { when });
      return squeeze(
        t("casepage.tail.call", {
          when,
          line: lineWords(text("number"), view.phones, t),
          outcome: t(`casepage.outcome.${outcome}`),
        }),
      );
    case "inbound":
      return t(outcome === "someone-else" ? "casepage.tail.someoneRang" : "casepage.tail.spoke", { when });
    case "desk":
      return t("casepage.tail.spoke", { when });
    case "sms":
      return ["queued", "sending", "sent", "delivered"].includes(outcome) ? t("casepage.tail.sms", { when }) : null;
    case "ring":
      return t("casepage.tail.ring", { when, result: lower(t(`caretaker.result.${text("result")}`)) });
    case "visit":
      return t("casepage.tail.visit", { when, outcome: lower(t(`visits.outcome.${outcome}`)) });
    default:
      return null;
  }
}

/** The last tries of this case in one breath; two or more missed calls in a row are counted together. */
function tailClauses(view: CaseView, t: Translate): string[] {
  const since = view.openCase?.openedOn;
  if (!since) return [];
  const sentences = view.timeline
    .filter((item) => item.day >= since)
    .map((item) => ({ item, words: sentenceOf(item, view, t) }))
    .filter((one): one is Sentence => one.words !== null);
  const missed = sentences.filter(({ item }) => item.code === "call" && MISSED.has(String(item.values.outcome)));
  const together = missed.length > 1 && sentences.slice(0, missed.length).every((one) => missed.includes(one));
  if (together) return [t("casepage.tail.calls", { count: missed.length })];
  return sentences
    .slice(0, TOLD)
    .map((one) => one.words)
    .reverse();
}

/** The one sentence on top: what is open, and what was tried last. */
export function reasonSentence(view: CaseView, t: Translate): readonly Part[] {
  const tail = tailClauses(view, t);
  const clauses = tail.length > 0 || view.position.overdue === 0n ? tail : [t("casepage.tail.none")];
  const joined = clauses.map((clause) => t("casepage.tail.and") + clause).join("");
  return [...openClause(view, t), joined + t("casepage.reason.end")];
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase("nl") + text.slice(1);
const squeeze = (text: string) => text.replace(/ {2,}/g, " ").replace(/ ,/g, ",");

/** The part of the day of an act, from its moment on the Amsterdam clock. */
function partOf(item: TimelineItem): string | null {
  if (!item.at) return null;
  const hour = Number(formatHour(new Date(item.at)));
  return hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
}

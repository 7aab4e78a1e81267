import type { CaseView, PersonView } from "@/lib/cases/domain/view";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import { formatPersonName, formatPhone } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";

const LANGUAGES_OF_THE_HOUSE = new Set(["nl", "Nederlands"]);

function aboutPerson(person: PersonView, view: CaseView, t: Translate): string[] {
  const day = (value: PersonView["awayUntil"]) => (value ? formatDay(value, "weekday", t.lang) : "");
  if (person.deceasedOn)
    return [t("casepage.facts.died", { name: formatPersonName(person), day: formatDay(person.deceasedOn, "long", t.lang) })];
  const lines = [...person.knowBefore];
  if (person.safetyNote) lines.unshift(t("casepage.facts.safety"));
  if (person.role === "representative") lines.unshift(t("casepage.facts.representative"));
  if (person.awayUntil && person.awayUntil >= view.day) lines.push(t("casepage.facts.awayUntil", { day: day(person.awayUntil) }));
  if (person.language && !LANGUAGES_OF_THE_HOUSE.has(person.language))
    lines.push(t("casepage.facts.language", { language: person.language }));
  if (person.prefers) lines.push(t(`casepage.facts.${person.prefers === "call" ? "prefersCall" : "prefersVisit"}`));
  if (person.smsOptOut) lines.push(t("casepage.facts.smsOptOut"));
  return lines;
}

/** What to know before one calls, each thing once. */
export const knowBefore = (view: CaseView, t: Translate): string[] => [
  ...new Set(view.people.flatMap((person) => aboutPerson(person, view, t))),
  // Of the telephone each number tells for itself.
  ...view.reached.filter(({ way }) => way === "door").map((one) => reachedWords(one, t)),
  ...unknownBefore(view, t),
];

/** `Aan de deur ’s middags 2 van 3 keer gesproken` */
const reachedWords = ({ way, part, tried, reached }: CaseView["reached"][number], t: Translate): string =>
  t(`casepage.facts.reached.${way}`, { part: t(`casepage.mornings.${part}`), tried, reached });

/** An account that starts mid-life without a balance of the day before: they may have paid ahead, or owe more. */
export const unknownBefore = ({ unknownBefore: from }: CaseView, t: Translate): string[] =>
  from === null ? [] : [t("casepage.facts.unknownBefore", { day: formatDay(from, "long", t.lang) })];

/** `zelf, meestal rond de 3e` */
export function paysWords(view: CaseView, t: Translate): string {
  const { method, usualDay } = view.payment;
  const how = t(`casepage.facts.method.${method ?? "other"}`);
  return `${how}, ${usualDay === null ? t("casepage.facts.irregular") : t("casepage.facts.around", { day: usualDay })}`;
}

/** How much money is on its way, how, and since when. */
export const paymentWords = ({ amount, kind, paidOn }: CaseView["underWay"]["payments"][number], t: Translate) => ({
  amount: formatEuro(amount),
  how: t(`casepage.facts.paidBy.${kind}`),
  day: formatDay(paidOn, "weekday", t.lang),
});

/** What is under way with this tenancy, a line each. */
export function underWayLines(view: CaseView, t: Translate): string[] {
  const { task, visits, letter, referral, arrangement, holds, search, message, payments } = view.underWay;
  const day = (value: CaseView["day"]) => formatDay(value, "weekday", t.lang);
  const lines: string[] = [];
  if (task) lines.push(t("casepage.facts.task", { day: day(task.dueOn), rings: task.rings }));
  for (const visit of visits)
    lines.push(t("casepage.facts.visit", { planned: visit.plannedFor ? day(visit.plannedFor) : "none" }));
  if (letter) lines.push(t("casepage.facts.letter"));
  if (referral) lines.push(t("casepage.facts.referral", { reported: referral.reportedOn ? day(referral.reportedOn) : "none" }));
  if (arrangement) {
    const next = arrangement.terms.find((term) => term.dueOn >= view.day);
    const last = arrangement.terms.at(-1);
    if (next) lines.push(t("casepage.facts.arrangement", { amount: formatEuro(next.amount), day: day(next.dueOn) }));
    else if (last) lines.push(t("casepage.facts.arrangementDone", { day: day(last.dueOn) }));
  }
  for (const hold of holds)
    lines.push(
      t("casepage.facts.hold", { day: day(hold.reviewOn), reason: t(`holds.reason.${hold.reason}`).toLocaleLowerCase("nl") }),
    );
  if (search) lines.push(t("casepage.facts.search", { day: day(search.saidOn) }));
  for (const one of payments)
    if (!one.overdue) lines.push(t("casepage.facts.onItsWay", { ...paymentWords(one, t), until: day(one.holdsUntil) }));
  if (message)
    lines.push(
      t("casepage.facts.message", { number: formatPhone(message.recipient), status: t(`casepage.outcome.${message.status}`) }),
    );
  return lines;
}

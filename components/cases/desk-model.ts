import { NOT_SPOKEN } from "@/lib/cases/domain/consequence";
import { ringable } from "@/lib/cases/domain/ringable";
import type { CaseView, PersonView, PhoneView } from "@/lib/cases/domain/view";
import { formatDay, formatEuro, formatMoment, formatMonth } from "@/lib/i18n/format";
import { formatPersonName, formatPhone } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { addDays, type Day, monthOf } from "@/lib/kernel/day";
import { isCall } from "@/lib/rules/steps";
import { type Panel, primaryOf } from "./primary";
import { personSpoken, stepWord } from "./words";

/** All the desk's forms need, as plain text: made on the server, handed to the browser. */
export interface DeskModel {
  readonly tenancyId: number;
  readonly day: Day;
  /** Sent along with every act: what a colleague recorded since is told first. */
  readonly shownAt: string;
  readonly commandId: string;
  readonly callCommandId: string;
  readonly caseOpen: boolean;
  /** The call outcomes stand open because calling is the step. */
  readonly calling: boolean;
  readonly primary: { readonly label: string; readonly panel: Panel | null; readonly tel: string | null } | null;
  readonly numbers: readonly NumberChoice[];
  readonly speakers: readonly Choice[];
  readonly living: readonly Choice[];
  readonly charges: readonly (Choice & { readonly amount: string })[];
  readonly until: CaseView["until"];
  readonly overdue: string;
  readonly overdueCents: string;
  readonly rent: string | null;
  readonly visits: readonly (Choice & { readonly planned: boolean; readonly byTwo: boolean })[];
  /** The part of the day in which somebody opened the door before. */
  readonly doorPart: "morning" | "afternoon" | "evening" | null;
  /** The caretaker's open task that a colleague asked for. */
  readonly askedTaskId: number | null;
  readonly letterId: number | null;
  /** The letter as it was made last: where it is, and when that was. */
  readonly print: { readonly href: string; readonly when: string } | null;
  readonly referral: { readonly id: number; readonly reported: boolean } | null;
  readonly arrangementId: number | null;
  /** A promise is still to be kept. */
  readonly promiseRuns: boolean;
  readonly holds: readonly Choice[];
  readonly search: { readonly id: number; readonly detail: string | null } | null;
  readonly uncertain: { readonly id: number; readonly number: string } | null;
  /** What follows from each outcome without a conversation. */
  readonly then: Readonly<Record<string, string>>;
  /** Why calling is not wise now, in words; a call that was made is recorded with a note. */
  readonly callBlocks: readonly string[];
  readonly sms: SmsModel;
  /** Where to go once an outcome is recorded, and where once something else is. */
  readonly after: string;
  readonly stay: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface NumberChoice extends Choice {
  readonly personId: number;
  readonly number: string;
  readonly shown: string;
}
export interface SmsModel {
  readonly numbers: readonly NumberChoice[];
  readonly text: string | null;
  /** Why it may not go now, in words. */
  readonly blocks: readonly string[];
  /** All of them may be passed with a note. */
  readonly override: boolean;
}

const answerRate = (phone: PhoneView) => (phone.tally ? phone.tally.answered / phone.tally.tried : 0.5);

/** Usable numbers, the most promising first: of whom we should speak with, answered most often, not yet tried before answered never. */
export function phonesToCall(view: CaseView): readonly PhoneView[] {
  const rank = (phone: PhoneView) => (phone.personId === view.addresseeId ? 1 : 0);
  const may = ringable(view.people);
  return view.phones
    .filter((phone) => phone.kind !== "unusable" && phone.quality !== "dead" && may.has(phone.personId))
    .toSorted((a, b) => rank(b) - rank(a) || answerRate(b) - answerRate(a));
}

function numberChoice(phone: PhoneView, view: CaseView, t: Translate): NumberChoice {
  const person = view.people.find((one) => one.id === phone.personId);
  const shown = formatPhone(phone.number);
  const whose = person && person.id !== view.addresseeId ? `, ${t(`casepage.facts.role.${person.role}`)}` : "";
  return {
    value: `${phone.personId}|${phone.number}`,
    label: `${shown} ${t(`casepage.facts.kind.${phone.kind}`)}${whose}`,
    personId: phone.personId,
    number: phone.number,
    shown,
  };
}

/** With whom one may have spoken, the one we should speak with first; one line per role. */
function speakers(view: CaseView): Choice[] {
  const first = (person: PersonView) => (person.id === view.addresseeId ? 0 : 1);
  const may = view.people.filter(
    ({ deceasedOn, role, scope }) => deceasedOn === null && !(role === "contact" && scope === "appointments"),
  );
  const known = may.toSorted((a, b) => first(a) - first(b));
  const roles = [...new Set(known.map((person) => person.role))];
  return roles.map((role) => ({
    value: role,
    label: known
      .filter((person) => person.role === role)
      .map((person) => formatPersonName(person))
      .join(", "),
  }));
}

function thenWords(view: CaseView, t: Translate): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [index, outcome] of NOT_SPOKEN.entries()) {
    const consequence = view.consequences[outcome];
    if (!consequence) continue;
    const step = stepWord(consequence.next ?? consequence.step, t).toLocaleLowerCase("nl");
    const parts = [
      outcome === "not-answered" || outcome === "voicemail" ? t("casepage.then.call-today") : null,
      outcome === "wrong-number" || outcome === "number-dead" ? t("casepage.then.dead") : null,
      consequence.until && consequence.next
        ? t("casepage.then.until", { day: formatDay(consequence.until, "weekdayLong", t.lang), step })
        : t("casepage.then.now", { step }),
    ];
    words[String(index + 1)] = parts.filter(Boolean).join(" ");
  }
  return words;
}

const typedEuro = (cents: bigint) => formatEuro(cents).replace(/^€\s?/, "");

function chargeChoices(view: CaseView, t: Translate): DeskModel["charges"] {
  return view.charges.map((charge) => ({
    value: charge.id,
    label: `${t(`casepage.category.${charge.category}`)} ${formatMonth(monthOf(charge.dueOn), "long", t.lang)}`,
    amount: formatEuro(charge.open),
  }));
}

function printed({ underWay: { letter } }: CaseView, t: Translate): DeskModel["print"] {
  if (!letter?.print) return null;
  return { href: `/brieven/${letter.print.id}`, when: formatMoment(new Date(letter.print.madeAt), "weekdayShort", t.lang) };
}

interface Around {
  readonly after: string;
  readonly stay: string;
  readonly sms: { readonly text: string | null; readonly blocks: readonly string[]; readonly override: boolean };
  readonly commandIds: readonly [string, string];
  readonly callBlocks: readonly string[];
}

/** The model of the desk for one case. */
export function deskModel(view: CaseView, around: Around, t: Translate): DeskModel {
  const addressee = view.people.find((person) => person.id === view.addresseeId);
  const numbers = phonesToCall(view).map((phone) => numberChoice(phone, view, t));
  const { underWay } = view;
  return {
    tenancyId: view.tenancyId,
    day: view.day,
    shownAt: view.shownAt,
    commandId: around.commandIds[0],
    callCommandId: around.commandIds[1],
    caseOpen: view.openCase !== null,
    calling: isCall(view.assessment?.contact.step),
    primary: primaryOf(view, personSpoken(addressee, t), numbers[0]?.number ?? null, t),
    numbers,
    speakers: speakers(view),
    living: view.people
      .filter((one) => one.deceasedOn === null)
      .map((one) => ({ value: String(one.id), label: formatPersonName(one) })),
    charges: chargeChoices(view, t),
    until: view.until,
    overdue: typedEuro(view.position.overdue),
    overdueCents: view.position.overdue.toString(),
    rent: view.payment.rent ? formatEuro(view.payment.rent.amount) : null,
    visits: underWay.visits.map((visit) => ({
      value: String(visit.id),
      label: t(`visits.purpose.${visit.purpose}`),
      planned: visit.plannedFor !== null,
      byTwo: view.people.some((one) => one.safetyNote !== null),
    })),
    letterId: underWay.letter?.id ?? null,
    print: printed(view, t),
    referral: underWay.referral && { id: underWay.referral.id, reported: underWay.referral.reportedOn !== null },
    arrangementId: underWay.arrangement?.id ?? null,
    promiseRuns: underWay.promise,
    holds: underWay.holds.map((hold) => ({
      value: String(hold.id),
      label: t("casepage.facts.hold", {
        day: formatDay(addDays(hold.reviewOn, 0), "weekday", t.lang),
        reason: t(`holds.reason.${hold.reason}`),
      }),
    })),
    search: underWay.search && { id: underWay.search.id, detail: underWay.search.detail },
    doorPart: view.reached.find(({ way }) => way === "door")?.part ?? null,
    askedTaskId: underWay.task?.askedId ?? null,
    uncertain:
      underWay.message?.status === "uncertain"
        ? { id: underWay.message.id, number: formatPhone(underWay.message.recipient) }
        : null,
    then: thenWords(view, t),
    callBlocks: around.callBlocks,
    sms: {
      ...around.sms,
      numbers: phonesToCall(view)
        .filter((phone) => phone.kind === "mobile")
        .map((phone) => numberChoice(phone, view, t)),
    },
    after: around.after,
    stay: around.stay,
  };
}

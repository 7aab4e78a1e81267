import { type Day, daysBetween } from "@/lib/kernel/day";
import { CONTACT_STEPS, type ContactStep, isCall, stepRow } from "@/lib/rules/steps";
import type { Moment, Play } from "./play";
import type { Act } from "./staff";

const WAITING = ["promise-pending", "wait-for-habit", "wait-for-contact"];
/** Somebody must do something for these people now; what comes back on a day, or waits for right data, is no silence. */
const acting = (step: ContactStep) => {
  const { acts, comesBack, tab } = stepRow(step);
  return acts && !comesBack && tab !== "problems";
};

/** Nothing repeats without a new fact: within a round each channel is used up once, within a case letter and report. */
export function repeats(play: Play): string[] {
  const found: string[] = [];
  const limit = (what: string, most: number, acts: readonly Act[], key: (act: Act) => string) => {
    const counts = new Map<string, number>();
    for (const act of acts) counts.set(key(act), (counts.get(key(act)) ?? 0) + 1);
    for (const [at, count] of counts) if (count > most) found.push(`${play.name}: ${count} × ${what} in ${at}`);
  };
  const round = (act: Act) => `case ${act.caseId} round ${act.round}`;
  const of = (...kinds: string[]) => play.acts.filter((act) => kinds.includes(act.kind));
  limit(
    "unanswered call",
    3,
    of("call").filter((act) => act.detail === "not-answered" || act.detail === "someone-else"),
    round,
  );
  limit(
    "call that was answered",
    1,
    of("call").filter((act) => act.detail === "spoke"),
    round,
  );
  limit("SMS", 1, of("sms"), round);
  // One that was called off before anybody rang may be asked for again.
  limit("caretaker task", 2, of("caretaker"), round);
  limit("ring", 2, of("ring"), round);
  limit("card", 1, of("card"), round);
  limit("visit for nobody reached", 2, of("visit-unreached"), round);
  // A number that is dead is no try: the next one is called.
  const tried = (kind: string) => of(kind).filter(({ detail }) => detail !== "number-dead");
  limit("follow-up", 2, tried("follow-up"), round);
  limit("call after the card", 1, tried("call-again"), round);
  const addressee = ({ facts: { people, day } }: Act) =>
    people.some((one) => one.role === "representative")
      ? "representative"
      : people.filter((one) => one.deceasedOn === null || one.deceasedOn > day).map(({ id }) => id);
  limit("letter", 1, of("letter"), (act) => `case ${act.caseId} to the ${addressee(act)}`);
  for (const [at, act] of of("report").entries()) {
    const before = of("report")[at - 1];
    if (before?.caseId === act.caseId && daysBetween(before.day, act.day) < 180)
      found.push(`${play.name}: reports on ${before.day} and ${act.day}`);
  }
  const serious = of("visit-payment-problem");
  for (const [at, act] of serious.entries()) {
    const before = serious[at - 1];
    if (before && daysBetween(before.day, act.day) < 60)
      found.push(`${play.name}: payment-problem visits on ${before.day} and ${act.day}`);
  }
  return found;
}

/** Nobody ends in silence: a wait says until when and is over then; the review comes back; an action step gets acted on. */
export function silences(play: Play): string[] {
  const found: string[] = [];
  const say = (moment: Moment, text: string) => found.push(`${play.name}, ${moment.facts.day}: ${text}`);
  for (const moment of play.moments) {
    const { step, until, reasons } = moment.answer.contact;
    const together = reasons.some((one) => one.code === "together");
    if (WAITING.includes(step) && until === null && !together) say(moment, `${step} without an end`);
    if (until !== null && until <= moment.facts.day) say(moment, `${step} until ${until}, which is past`);
  }
  for (const [at, moment] of play.nights.entries()) {
    const week = play.nights.slice(at, at + 8);
    const same = week.length === 8 && week.every((one) => one.answer.contact.step === moment.answer.contact.step);
    const acted = play.acts.some((act) => act.day >= moment.facts.day && daysBetween(moment.facts.day, act.day) < 8);
    if (same && acting(moment.answer.contact.step) && !acted) say(moment, `${moment.answer.contact.step} all week, nobody acts`);
  }
  found.push(...lateReviews(play));
  return found;
}

function lateReviews(play: Play): string[] {
  let last: Day | null = null;
  const found: string[] = [];
  for (const night of play.nights) {
    if (night.answer.contact.step !== "consultant-review") {
      last = null;
      continue;
    }
    last ??= night.facts.day;
    const reviews = play.acts.filter((act) => act.kind === "review" && act.day <= night.facts.day);
    const review = reviews.at(-1)?.day;
    if (review !== undefined && review > last) last = review;
    const seldom = night.answer.small || night.facts.tenancy.kind === "parking" || reviews.length >= 3;
    if (daysBetween(last, night.facts.day) > (seldom ? 90 : 28) + 4)
      found.push(`${play.name}, ${night.facts.day}: no review since ${last}`);
  }
  return found;
}

/** Every step that is a call, from the table: a new kind of contact does not slip past the gate. */
const CALLS: readonly string[] = CONTACT_STEPS.filter(isCall);
const CONTACTS = [...CALLS, "sms", "caretaker", "ring", "card", "visit-unreached", "visit-payment-problem"];

/** Nobody is contacted against the gate: its rules read here from the facts of that day, not from the ladder. */
export function againstTheGate(play: Play): string[] {
  const found: string[] = [];
  for (const act of play.acts.filter((one) => CONTACTS.includes(one.kind))) {
    const { facts } = act;
    const say = (text: string) => found.push(`${play.name}, ${act.day}: ${act.kind} ${text}`);
    const tenants = facts.people.filter((one) => one.role === "tenant" || one.role === "co-tenant");
    if (tenants.every((one) => one.deceasedOn !== null)) say("to the dead");
    const died = tenants.find((one) => one.deceasedOn !== null && daysBetween(one.deceasedOn, act.day) < 14);
    if (died) say("within the quiet period");
    if (facts.people.some((one) => one.role === "representative") && !CALLS.includes(act.kind)) say("past the representative");
    if (facts.position.overdue <= 500n) say("to somebody who has paid");
    if (
      facts.overdue.every((one) =>
        facts.holds.some((hold) => hold.endedOn === null && (hold.whole || hold.charges.includes(one.id))),
      )
    )
      say("during a hold");
    const pending = facts.promises.find((one) => one.madeOn < act.day && one.promisedOn >= act.day);
    if (pending) say(`before the promised day ${pending.promisedOn}`);
    if (act.kind === "sms" && (tenants.every((one) => one.smsOptOut) || facts.phones.every((one) => one.kind !== "mobile")))
      say("not allowed");
    if (
      facts.tenancy.kind === "parking" &&
      ["caretaker", "ring", "card", "visit-unreached", "visit-payment-problem"].includes(act.kind)
    )
      say("at a garage");
    if (facts.people.every((one) => one.awayUntil !== null && one.awayUntil >= act.day)) say("while they are away");
  }
  return [...found, ...tooMany(play)];
}

/** At most one missed call a day, and three answered calls, messages and doors in seven days. */
function tooMany(play: Play): string[] {
  const found: string[] = [];
  const counts = play.acts.filter(
    (act) =>
      act.kind === "sms" ||
      (CALLS.includes(act.kind) && ["spoke", "someone-else"].includes(act.detail)) ||
      act.kind === "ring" ||
      act.kind === "visit-unreached" ||
      act.kind === "visit-payment-problem",
  );
  for (const [at, act] of counts.entries()) {
    const third = counts[at + 3];
    if (third && daysBetween(act.day, third.day) < 7) found.push(`${play.name}: four contacts from ${act.day} to ${third.day}`);
  }
  const missed = play.acts.filter((act) => act.kind === "call" && act.detail === "not-answered").map((act) => act.day);
  if (new Set(missed).size < missed.length) found.push(`${play.name}: two missed calls in a day`);
  return found;
}

/** With nothing new learned, the answer on every day before `reassessOn` is today's. */
export function changedTooEarly(play: Play): string[] {
  const found: string[] = [];
  let last: Moment | null = null;
  for (const moment of play.moments) {
    const look: Day | null = last?.answer.reassessOn ?? null;
    const asleep =
      last !== null && moment.learned === last.learned && sameBank(last, moment) && (look === null || moment.facts.day < look);
    if (!asleep || last === null) last = moment;
    else if (withoutLook(last) !== withoutLook(moment))
      found.push(
        `${play.name}: ${last.facts.day} ${last.answer.contact.step} (again ${look}) but ${moment.facts.day} ${moment.answer.contact.step}`,
      );
  }
  return found;
}

const sameBank = (a: Moment, b: Moment) => complete(a) === complete(b);
const complete = ({ facts }: Moment) => facts.bank.completeThrough === facts.bank.expectedThrough || facts.bank.completeThrough;
const withoutLook = ({ answer }: Moment) =>
  JSON.stringify({ ...answer, reassessOn: null }, (key, value) => (key === "expectedThrough" ? null : value));

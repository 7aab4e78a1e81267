import type { Day } from "../kernel/day";
import type { AttemptFacts, CaretakerResult, CaretakerTaskFacts, Facts, VisitFacts } from "./facts";

const UNANSWERED: readonly AttemptFacts["outcome"][] = ["not-answered", "voicemail", "someone-else"];
const SMS_OUT: readonly AttemptFacts["outcome"][] = ["queued", "sent", "delivered", "uncertain"];
const AT_THE_DOOR: readonly CaretakerResult[] = ["spoke", "will-call", "refuses"];
const NOBODY: readonly CaretakerResult[] = ["not-home", "card-left", "bell-broken"];
/** What a caretaker finds that makes a second ring and a card pointless: someone else has to go and look. */
const PASSED_ON: readonly CaretakerResult[] = ["family", "other-language", "away-long", "moved", "heard-deceased", "worried"];
const VISIT_REACHED: readonly VisitFacts["outcome"][] = ["spoke-door", "spoke-inside", "refused"];

/** Days on which a human spoke with the tenant or who stands in their place, through any channel, oldest first. */
export function spokenDays(facts: Facts): readonly Day[] {
  const days: Day[] = [];
  for (const one of facts.attempts) if (one.outcome === "spoke") days.push(one.day);
  for (const task of facts.caretakerTasks)
    for (const ring of task.rings) if (AT_THE_DOOR.includes(ring.result)) days.push(ring.day);
  for (const visit of facts.visits) if (visit.doneOn !== null && VISIT_REACHED.includes(visit.outcome)) days.push(visit.doneOn);
  return days.sort();
}

/** Days on which they turned us away, at the caretaker's ring or a visit, oldest first. */
export function refusalDays(facts: Facts): readonly Day[] {
  const days: Day[] = [];
  for (const task of facts.caretakerTasks) for (const ring of task.rings) if (ring.result === "refuses") days.push(ring.day);
  for (const visit of facts.visits) if (visit.doneOn !== null && visit.outcome === "refused") days.push(visit.doneOn);
  return days.sort();
}

const PARTS = ["morning", "afternoon", "evening"];
/** Oldest first, whatever order they came in. */
const inOrder = (attempts: AttemptFacts[]): readonly AttemptFacts[] =>
  attempts.length < 2
    ? attempts
    : attempts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : PARTS.indexOf(a.part) - PARTS.indexOf(b.part)));

/** Outbound calls from a day on in which nobody of them was spoken with, oldest first. */
export const unansweredCalls = (facts: Facts, from: Day): readonly AttemptFacts[] =>
  inOrder(
    facts.attempts.filter(
      (one) => one.channel === "call" && one.direction === "outbound" && one.day >= from && UNANSWERED.includes(one.outcome),
    ),
  );

/** Outbound calls of a round, answered or not, a dead or wrong number apart. */
export const outboundCalls = (facts: Facts, from: Day): readonly AttemptFacts[] =>
  facts.attempts.filter(
    (one) =>
      one.channel === "call" &&
      one.direction === "outbound" &&
      one.day >= from &&
      (one.outcome === "spoke" || UNANSWERED.includes(one.outcome)),
  );

const outboundSms = (facts: Facts, from: Day) =>
  facts.attempts.filter((one) => one.channel === "sms" && one.direction === "outbound" && one.day >= from);
/** SMS that went out or may have: an undelivered or cancelled one is not an attempt. */
export const smsTried = (facts: Facts, from: Day): readonly AttemptFacts[] =>
  inOrder(outboundSms(facts, from).filter((one) => SMS_OUT.includes(one.outcome)));
/** Numbers to which an SMS of this round could not be delivered. */
export const smsFailedNumbers = (facts: Facts, from: Day): ReadonlySet<string | null> =>
  new Set(
    outboundSms(facts, from)
      .filter((one) => one.outcome === "undelivered")
      .map((one) => one.number),
  );

/** Caretaker tasks given in a round, those withdrawn before any ring apart. */
export const tasksSince = (facts: Facts, from: Day): readonly CaretakerTaskFacts[] =>
  facts.caretakerTasks.filter((task) => task.givenOn >= from && (!task.withdrawn || task.rings.length > 0));

/** Days on which a ring of this task found nobody, oldest first; two rings on one day are one. */
export const emptyRingDays = (task: CaretakerTaskFacts): readonly Day[] => [
  ...new Set(
    task.rings
      .filter((ring) => NOBODY.includes(ring.result))
      .map((ring) => ring.day)
      .sort(),
  ),
];

/** What the caretaker found that someone else must look into; null when nothing of the kind. */
export const passedOn = (task: CaretakerTaskFacts): CaretakerResult | null =>
  task.rings.find((ring) => PASSED_ON.includes(ring.result))?.result ?? null;

/** The last card left in the letterbox in a round; null when none. */
export function cardLeftOn(facts: Facts, from: Day): Day | null {
  const days: Day[] = [];
  for (const task of facts.caretakerTasks) if (task.cardLeftOn !== null && task.cardLeftOn >= from) days.push(task.cardLeftOn);
  for (const one of facts.attempts) if (one.channel === "card" && one.outcome === "left" && one.day >= from) days.push(one.day);
  return days.sort().at(-1) ?? null;
}

/** Home visits made since a day, oldest first. */
export const visitsMade = (facts: Facts, from: Day): readonly (VisitFacts & { readonly doneOn: Day })[] =>
  facts.visits
    .filter((one): one is VisitFacts & { readonly doneOn: Day } => one.doneOn !== null && one.doneOn >= from)
    .sort((a, b) => (a.doneOn < b.doneOn ? -1 : a.doneOn > b.doneOn ? 1 : a.id - b.id));

/** Did the visit meet somebody of the household? */
export const metSomeone = (visit: VisitFacts): boolean => VISIT_REACHED.includes(visit.outcome);
/** The visit found that going again is pointless: the tenant no longer lives there, or the address is wrong. */
export const goingAgainIsPointless = (visit: VisitFacts): boolean =>
  visit.outcome === "moved" || visit.outcome === "deceased" || visit.outcome === "wrong-address";

/** Days of contacts that count for the cap: answered outbound calls, messages and doors (a day's door counts once). */
export function capDays(facts: Facts): readonly Day[] {
  const days: Day[] = [];
  const doors = new Set<Day>();
  for (const one of facts.attempts) {
    if (one.direction !== "outbound") continue;
    if (one.channel === "door" || one.channel === "visit") doors.add(one.day);
    else if (one.channel === "sms" ? SMS_OUT.includes(one.outcome) : one.channel === "call" && answered(one)) days.push(one.day);
  }
  for (const task of facts.caretakerTasks) for (const ring of task.rings) doors.add(ring.day);
  for (const visit of facts.visits) if (visit.doneOn !== null) doors.add(visit.doneOn);
  return [...days, ...doors].sort();
}

const answered = (one: AttemptFacts) => one.outcome === "spoke" || one.outcome === "someone-else";

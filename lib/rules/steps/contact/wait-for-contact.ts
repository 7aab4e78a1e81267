import { addWorkingDays } from "../../../kernel/calendar";
import { addDays, type Day, latest } from "../../../kernel/day";
import type { Match } from "../../answer";
import { callsUsedUp } from "../../calls";
import {
  capDays,
  cardLeftOn,
  emptyRingDays,
  goingAgainIsPointless,
  metSomeone,
  passedOn,
  smsTried,
  tasksSince,
  unansweredCalls,
  visitsMade,
} from "../../contacts";
import type { Context } from "../../context";
import { sentLetter } from "../../duties";
import type { Facts } from "../../facts";
import { onceSpoken } from "../../habit";
import { match } from "../../reason";
import type { ContactStep } from "../../steps";
import { leaveAlone, type Wait, waitUntil } from "../../waiting";
import { callbackCard } from "./callback-card";
import { sms } from "./sms";
import { habitWait } from "./wait-for-habit";

/** Something is under way: says what, and until when. */
export function waitForContact(facts: Facts, context: Context): Match<ContactStep> | null {
  const { round } = context;
  if (context.helpFirst) return null;
  const waits = [...leaveAlone(facts, context), ...visit(facts, context), ...cap(facts, context)];
  if (round !== null) {
    const from = round.startedOn;
    waits.push(
      ...(round.reached ? afterTalk(facts, context, from) : [...beforeTalk(facts, context, from), ...beforeDoor(facts, context)]),
      ...calls(facts, context, from),
    );
  }
  if (waits.length === 0) return null;
  const days = waits.map((one) => one.until).filter((one) => one !== null);
  return match(
    "wait-for-contact",
    waits.map((one) => one.reason),
    days.length === 0 ? null : days.reduce(latest),
  );
}

/** A visit that is planned; one whose day went by without an outcome waits no longer. */
function visit(facts: Facts, context: Context): Wait[] {
  return facts.visits
    .filter((one) => one.doneOn === null && one.withdrawnOn === null && one.plannedFor !== null)
    .flatMap((one) =>
      waitUntil(context, addDays(one.plannedFor as Day, 1), "visit-planned", { plannedFor: one.plannedFor as Day }),
    );
}

/** Enough for a week; the card that belongs to the ring just made is left in the same go. */
function cap(facts: Facts, context: Context): Wait[] {
  const { policy } = context;
  if (callbackCard(facts, context) !== null) return [];
  const third = capDays(facts).at(-policy.contactCap);
  if (third === undefined) return [];
  return waitUntil(context, addDays(third, policy.contactCapDays), "contact-cap", {
    contacts: policy.contactCap,
    days: policy.contactCapDays,
  });
}

/** Nobody was reached: a visit, SMS, caretaker task or card that still has time to work. */
function beforeTalk(facts: Facts, context: Context, from: Day): Wait[] {
  const { policy } = context;
  const after = (on: Day, days: number) => addWorkingDays(on, days, facts.closedDays);
  const found: Wait[] = [];
  const made = visitsMade(facts, from);
  const last = made.at(-1);
  if (last && made.length < policy.visitsUnreached && !metSomeone(last) && !goingAgainIsPointless(last))
    found.push(
      ...waitUntil(context, after(last.doneOn, policy.secondVisitAfterWorkingDays), "visit-nobody", { on: last.doneOn }),
    );
  const sms = smsTried(facts, from).at(-1);
  if (sms) found.push(...waitUntil(context, after(sms.day, policy.smsWaitWorkingDays), "sms-sent", { on: sms.day }));
  for (const task of tasksSince(facts, from)) {
    const tried = task.closedOn !== null || task.withdrawn || passedOn(task) !== null || emptyRingDays(task).length >= 2;
    const values = { on: task.givenOn, rings: emptyRingDays(task).length };
    if (!tried)
      found.push(...waitUntil(context, after(task.givenOn, policy.caretakerWaitWorkingDays), "caretaker-asked", values));
  }
  const card = cardLeftOn(facts, from);
  if (card !== null) found.push(...waitUntil(context, after(card, policy.cardWaitWorkingDays), "card-left", { on: card }));
  return found;
}

/** Who pays later each month by themselves is asked by phone and letter whether another day suits; nobody rings at the door before it. */
function beforeDoor(facts: Facts, context: Context): Wait[] {
  const phoneDone = context.phones.length === 0 || callsUsedUp(facts, context);
  if (!phoneDone || sms(facts, context) !== null || sentLetter(facts, context) !== null || onceSpoken(facts)) return [];
  const wait = habitWait(facts, context);
  return wait === null ? [] : [wait];
}

/** They were spoken to: give that time, unless something new came up (then a new round began). */
function afterTalk(facts: Facts, context: Context, from: Day): Wait[] {
  const { policy, spoken } = context;
  const found: Wait[] = [];
  const last = spoken.filter((on) => on >= from).at(-1);
  if (last !== undefined) {
    const until = addWorkingDays(last, policy.spokenWaitWorkingDays, facts.closedDays);
    found.push(...waitUntil(context, until, "spoken", { on: last }));
  }
  for (const said of facts.disclosures)
    if (said.kind === "agreed-moment" && said.until !== null)
      found.push(...waitUntil(context, addDays(said.until, 1), "agreed-moment", { on: said.until }));
  return found;
}

/** A missed call: not again today; a missed follow-up call gets some days. */
function calls(facts: Facts, context: Context, from: Day): Wait[] {
  const { policy, round } = context;
  const missed = unansweredCalls(facts, from);
  const last = missed.at(-1);
  if (!last) return [];
  if (round?.reached) {
    const reachedOn = context.spoken.find((on) => on >= from);
    if (reachedOn === undefined || last.day <= reachedOn) return [];
    const until = addWorkingDays(last.day, policy.missedFollowUpWorkingDays, facts.closedDays);
    return waitUntil(context, until, "missed-follow-up", { on: last.day });
  }
  if (callsUsedUp(facts, context)) return [];
  return waitUntil(context, addDays(last.day, 1), "missed-call", { on: last.day, part: last.part });
}

import type { Reason } from "./answer";
import { callsTried } from "./calls";
import { cardLeftOn, emptyRingDays, passedOn, smsFailedNumbers, smsTried, tasksSince, visitsMade } from "./contacts";
import type { Context } from "./context";
import type { Facts } from "./facts";
import { reason } from "./reason";

/** What was tried in this round without reaching anybody, as the next person reads it. */
export function unreached(facts: Facts, context: Context): Reason[] {
  if (context.round === null) return [];
  const from = context.round.startedOn;
  const found: Reason[] = [];
  const { days } = callsTried(facts, context);
  if (context.phones.length === 0) found.push(reason("no-usable-phone"));
  if (days.length > 0) found.push(reason("calls-not-answered", { times: days.length, lastOn: days.at(-1) ?? "" }));
  const sms = smsTried(facts, from).at(-1);
  if (sms) found.push(reason("sms-no-reply", { on: sms.day }));
  else if (smsFailedNumbers(facts, from).size > 0) found.push(reason("sms-undelivered"));
  for (const task of tasksSince(facts, from)) {
    const heard = passedOn(task);
    const rings = emptyRingDays(task).length;
    if (heard !== null) found.push(reason(`caretaker-found-${heard}`));
    else if (rings > 0) found.push(reason("caretaker-nobody", { rings }));
    else found.push(reason("caretaker-no-result", { on: task.givenOn }));
  }
  const card = cardLeftOn(facts, from);
  if (card !== null) found.push(reason("card-no-reply", { on: card }));
  const visits = visitsMade(facts, from);
  const last = visits.at(-1);
  if (last) found.push(reason("visits-nobody", { visits: visits.length, on: last.doneOn }));
  return found;
}

import { addWorkingDays } from "../kernel/calendar";
import { addDays, type Day, earliest } from "../kernel/day";
import { type Cents, least } from "../kernel/money";
import type { Round } from "./answer";
import { graceOver } from "./charges";
import type { ArrangementFacts, Facts, PromiseFacts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

export type PromiseState = "pending" | "kept" | "broken" | "withdrawn" | "ended-by-cure";
export type ArrangementState = "kept" | "running-rent-behind" | "instalment-missed" | "completed" | "ended";
/** A day on which an agreement turned out broken. */
export interface Breach {
  readonly on: Day;
  readonly because: Round["because"];
  readonly agreement: "promise" | "arrangement";
  readonly id: number;
}

/** Receipts booked from `from` up to and including `through`. */
function received(facts: Facts, from: Day, through: Day): Cents {
  let sum = 0n;
  for (const receipt of facts.receipts) if (receipt.bookedOn >= from && receipt.bookedOn <= through) sum += receipt.amount;
  return sum as Cents;
}

/** The last day on which this tenancy was cured; agreements made before it have ended. Null when never. */
export function lastCure(facts: Facts): Day | null {
  let last: Day | null = null;
  const cured = (on: Day | null) => {
    if (on !== null && on <= facts.day && (last === null || on > last)) last = on;
  };
  for (const one of facts.cases) {
    cured(one.closedOn);
    for (const again of one.reopened ?? []) cured(again.closedOn);
  }
  return last;
}

/** The last day on which a promised payment is still in time. */
export const promiseDeadline = (promise: PromiseFacts, facts: Facts, policy: Policy): Day =>
  addWorkingDays(promise.promisedOn, policy.promiseToleranceWorkingDays, facts.closedDays);

/** What became of a promise, as of today. */
export function promiseState(promise: PromiseFacts, facts: Facts, policy: Policy, look: Look): PromiseState {
  const deadline = promiseDeadline(promise, facts, policy);
  const withdrawn = promise.withdrawnOn;
  if (withdrawn !== null && look.come(withdrawn) && withdrawn <= deadline) return "withdrawn";
  const enough = received(facts, promise.madeOn, deadline) >= promise.amount - policy.instalmentTolerance;
  if (enough) return "kept";
  if (look.come(addDays(deadline, 1))) return curedBetween(facts, promise.madeOn, deadline) ? "ended-by-cure" : "broken";
  const cure = lastCure(facts);
  return cure !== null && promise.madeOn < cure ? "ended-by-cure" : "pending";
}

/**
 * Is a promise waited for? Until its day with the tolerance is over, also when the money came early: paying what was
 * promised must never bring a call about the rest before the day that was agreed.
 */
export function promiseWaits(promise: PromiseFacts, facts: Facts, policy: Policy, look: Look): boolean {
  const state = promiseState(promise, facts, policy, look);
  if (state !== "pending" && state !== "kept") return false;
  const cure = lastCure(facts);
  return !look.come(addDays(promiseDeadline(promise, facts, policy), 1)) && (cure === null || promise.madeOn >= cure);
}

/** Was the tenancy cured after `from`, on or before `through`? Then an agreement of that time had done its work. */
function curedBetween(facts: Facts, from: Day, through: Day): boolean {
  const within = (on: Day | null) => on !== null && on > from && on <= through;
  return facts.cases.some((one) => within(one.closedOn) || (one.reopened ?? []).some((again) => within(again.closedOn)));
}

/** When an arrangement's account of receipts and rent starts: when it was agreed, or earlier where it says so. */
const accountFrom = (arrangement: ArrangementFacts): Day => earliest(arrangement.agreedOn, arrangement.startsOn);

interface Account {
  readonly paid: Cents;
  readonly rent: Cents;
  readonly instalments: Cents;
  /** Paid since a rent fell due that is still in its grace, up to that rent: it is that rent, not an instalment. */
  readonly aside: Cents;
}

/** What an arrangement asks, with the days on which each part begins to count; worked out once, asked for many days. */
interface Terms {
  readonly from: Day;
  readonly rents: readonly { readonly dueOn: Day; readonly counts: Day; readonly amount: Cents }[];
  readonly instalments: readonly { readonly missedOn: Day; readonly amount: Cents }[];
}

function termsOf(a: ArrangementFacts, facts: Facts, policy: Policy, look: Look): Terms {
  const from = accountFrom(a);
  const rents = facts.rentCharged
    .filter((charge) => charge.dueOn >= from)
    .map((charge) => ({ ...charge, counts: graceOver(charge.dueOn, facts, policy) }));
  const instalments = a.instalments.map((one) => ({ ...one, missedOn: instalmentMissedOn(one.dueOn, facts, policy) }));
  for (const one of rents) look.come(one.counts);
  for (const one of instalments) look.come(one.missedOn);
  return { from, rents, instalments };
}

/** P, R and I of an arrangement (semantics): receipts through `through`, what was due beyond grace and tolerance by `by`, a day that has come. */
function account({ from, rents, instalments: asked }: Terms, facts: Facts, by: Day, through: Day): Account {
  let rent = 0n;
  let aside = 0n;
  for (const charge of rents) {
    if (charge.dueOn > by) continue;
    if (charge.counts <= by) rent += charge.amount;
    else aside += least(charge.amount, received(facts, charge.dueOn, through));
  }
  let instalments = 0n;
  for (const one of asked) if (one.missedOn <= by) instalments += one.amount;
  return { paid: received(facts, from, through), rent: rent as Cents, instalments: instalments as Cents, aside: aside as Cents };
}

const instalmentMissedOn = (due: Day, facts: Facts, policy: Policy): Day =>
  addDays(addWorkingDays(due, policy.instalmentToleranceWorkingDays, facts.closedDays), 1);

const rentBehind = (one: Account, policy: Policy) => one.paid < one.rent - policy.instalmentTolerance;
const instalmentBehind = (one: Account, policy: Policy) =>
  !rentBehind(one, policy) && one.paid - one.rent - one.aside < one.instalments - policy.instalmentTolerance;

/** Where an arrangement stands today: the running rent and the instalments are told apart. */
export function arrangementState(a: ArrangementFacts, facts: Facts, policy: Policy, look: Look): ArrangementState {
  const cure = lastCure(facts);
  if ((a.endedOn !== null && look.come(a.endedOn)) || (cure !== null && a.agreedOn < cure)) return "ended";
  const now = account(termsOf(a, facts, policy, look), facts, facts.day, facts.day);
  if (rentBehind(now, policy)) return "running-rent-behind";
  if (instalmentBehind(now, policy)) return "instalment-missed";
  const allDue = a.instalments.every((one) => look.come(instalmentMissedOn(one.dueOn, facts, policy)));
  return allDue ? "completed" : "kept";
}

/** What was found in one look, for who asks again in the same look. */
const foundIn = new WeakMap<Look, { readonly facts: Facts; readonly policy: Policy; readonly found: readonly Breach[] }>();

/** Every day on which a promise or arrangement turned out broken, oldest first. Later payment does not undo the day. */
export function breaches(facts: Facts, policy: Policy, look: Look): readonly Breach[] {
  const known = foundIn.get(look);
  if (known?.facts === facts && known.policy === policy) return known.found;
  const found: Breach[] = [];
  for (const promise of facts.promises)
    if (promiseState(promise, facts, policy, look) === "broken") {
      const on = addDays(promiseDeadline(promise, facts, policy), 1);
      found.push({ on, because: "promise-broken", agreement: "promise", id: promise.id });
    }
  for (const arrangement of facts.arrangements) found.push(...arrangementBreaches(arrangement, facts, policy, look));
  found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.agreement < b.agreement ? -1 : a.id - b.id));
  foundIn.set(look, { facts, policy, found });
  return found;
}

function arrangementBreaches(a: ArrangementFacts, facts: Facts, policy: Policy, look: Look): Breach[] {
  const found: Breach[] = [];
  const terms = termsOf(a, facts, policy, look);
  const stillRan = (on: Day) => (a.endedOn === null || on < a.endedOn) && on > a.agreedOn && !curedBetween(facts, a.agreedOn, on);
  const test = (on: Day, because: Breach["because"], behind: (one: Account, policy: Policy) => boolean) => {
    if (!look.come(on) || !stillRan(on)) return;
    if (behind(account(terms, facts, on, addDays(on, -1)), policy))
      found.push({ on, because, agreement: "arrangement", id: a.id });
  };
  for (const one of terms.instalments) test(one.missedOn, "instalment-missed", instalmentBehind);
  for (const counts of new Set(terms.rents.map((one) => one.counts))) test(counts, "running-rent-behind", rentBehind);
  return found;
}

/** The last breach since the last cure of an agreement that has not been made good; null when there is none. */
export function brokenSince(facts: Facts, policy: Policy, look: Look): Breach | null {
  if (facts.promises.length === 0 && facts.arrangements.length === 0) return null;
  const cure = lastCure(facts);
  const standing = breaches(facts, policy, look).filter((one) => cure === null || one.on > cure);
  return standing[standing.length - 1] ?? null;
}

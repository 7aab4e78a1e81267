import { addDays } from "../kernel/day";
import type { Assessment, Match } from "./answer";
import { type Context, contextOf } from "./context";
import { isCured } from "./cure";
import type { Facts } from "./facts";
import { CONTACT_LADDER, DUTY_LADDER, type Row } from "./ladder";
import { Look } from "./look";
import type { Policy } from "./policy";
import { match, reason } from "./reason";
import { type ContactStep, type DutyStep, stepRow } from "./steps";
import { cured } from "./steps/contact/cured";
import { deceased } from "./steps/contact/deceased";
import { departed } from "./steps/contact/departed";
import { helpAsked, paymentProblem } from "./steps/contact/payment-problem";

/**
 * The two answers of the ladder for one tenancy, on the day and with the knowledge its facts carry. Total and pure:
 * the same facts always give the same answer, and there is always one.
 */
export function assess(facts: Facts, policy: Policy): Assessment {
  const look = new Look(facts.day);
  seeNextDue(facts, look);
  return gone(facts, policy, look) ?? settled(facts, policy, look) ?? walked(facts, policy, look);
}

/**
 * What the ladder would ask for if nothing were under way: the step of the first row that matches, `wait-for-contact` left out.
 * A task lives only as long as the answer, without it, asks for it.
 */
export function askedFor(facts: Facts, policy: Policy): { readonly contact: ContactStep; readonly duty: DutyStep } {
  const look = new Look(facts.day);
  const short = gone(facts, policy, look) ?? settled(facts, policy, look);
  if (short) return { contact: short.contact.step, duty: short.duty.step };
  const context = withHelp(facts, contextOf(facts, policy, look));
  const duty = first(DUTY_LADDER, facts, context) as Match<DutyStep>;
  const rows = (context.flagged ? CONTACT_LADDER : UNFLAGGED).filter((row) => row.step !== "wait-for-contact");
  return { contact: first(rows, facts, { ...context, duty })?.step ?? "watch", duty: duty.step };
}

/** Does somebody contact these people about it now, so that a garage follows? The rows from home visit to review. */
export const isWorked = (step: ContactStep): boolean => stepRow(step).worked === true;

/**
 * A booked charge changes the position without a new fact: on its due day money may go to it, and the day after it is overdue itself.
 * So does money that was held for a charge which does not come.
 */
function seeNextDue(facts: Facts, look: Look): void {
  const { nextDueOn, releasedOn, notDueOpen } = facts.position;
  if (nextDueOn !== undefined && nextDueOn !== null) for (const on of [nextDueOn, addDays(nextDueOn, 1)]) look.come(on);
  else if (nextDueOn === undefined && notDueOpen > 0n) look.come(addDays(facts.day, 1));
  if (releasedOn) look.come(releasedOn);
}

/** Most tenancies owe nothing and have no case: the same answer as the whole walk gives, found in three looks. */
function settled(facts: Facts, policy: Policy, look: Look): Assessment | null {
  if (!isCured(facts, policy)) return null;
  const top = { look, policy };
  const contact = deceased(facts, top) ?? cured(facts, top);
  if (contact === null) return null;
  const home = facts.tenancy.kind === "home" || facts.tenancy.kind === "care";
  return unflagged(contact, home ? NOT_FLAGGED : NOT_A_HOME, policy, look);
}

/** Former tenants are on their own list: no flag, no round, nothing to look at again until a new fact comes. */
function gone(facts: Facts, policy: Policy, look: Look): Assessment | null {
  const contact = departed(facts, { look });
  return contact && unflagged(contact, DEPARTED, policy, look);
}

const unflagged = (contact: Match<ContactStep>, duty: Match<DutyStep>, policy: Policy, look: Look): Assessment => ({
  flagged: false,
  flagReasons: [],
  round: null,
  small: false,
  contact,
  duty,
  also: [],
  reassessOn: look.next,
  policy: nameOf(policy),
});

const DEPARTED: Match<DutyStep> = match("no-duty", [reason("duty-departed")]);
const NOT_FLAGGED: Match<DutyStep> = match("no-duty", [reason("duty-not-flagged")]);
const NOT_A_HOME: Match<DutyStep> = match("no-duty", [reason("duty-not-a-home")]);

function walked(facts: Facts, policy: Policy, look: Look): Assessment {
  const context = withHelp(facts, contextOf(facts, policy, look));
  const duties = walk(DUTY_LADDER, facts, context);
  const duty = duties[0] as Match<DutyStep>;
  // Below `watch` every row asks for a flag; who has none gets `watch` at the latest.
  const rows = context.flagged ? CONTACT_LADDER : UNFLAGGED;
  const contacts = walk(rows, facts, { ...context, duty });
  const contact = contacts[0] as Match<ContactStep>;
  return {
    flagged: context.flagged,
    flagReasons: context.flagReasons,
    round: context.round,
    small: context.small,
    contact,
    duty,
    also: [...contacts.slice(1), ...duties.slice(1)].map((one) => one.step).filter((step) => !stepRow(step).last),
    reassessOn: look.next,
    policy: nameOf(policy),
  };
}

/** Who says that they cannot pay or want help, and has not been visited since, passes every wait (ladder: help first). */
function withHelp(facts: Facts, context: Context): Context {
  if (!context.flagged || helpAsked(facts, context).length === 0) return context;
  return paymentProblem(facts, context) === null ? context : { ...context, helpFirst: true };
}

const UNFLAGGED = CONTACT_LADDER.slice(0, CONTACT_LADDER.findIndex((row) => row.step === "watch") + 1);
/** All rows that match, in order: the first is the answer, the others are told beside it. */
function walk<Step extends string>(rows: readonly Row<Step>[], facts: Facts, context: Context): Match<Step>[] {
  const found: Match<Step>[] = [];
  for (const row of rows) {
    const one = row.matches(facts, context);
    if (one !== null) found.push(one);
  }
  return found;
}

function first<Step extends string>(rows: readonly Row<Step>[], facts: Facts, context: Context): Match<Step> | null {
  for (const row of rows) {
    const one = row.matches(facts, context);
    if (one !== null) return one;
  }
  return null;
}

const nameOf = (policy: Policy) => `${policy.name} ${policy.version}`;

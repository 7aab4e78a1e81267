import { addDays } from "../kernel/day";
import type { Assessment, ContactStep, DutyStep, Match } from "./answer";
import { type Context, contextOf } from "./context";
import { isCured } from "./cure";
import type { Facts } from "./facts";
import { CONTACT_LADDER, DUTY_LADDER, type Row } from "./ladder";
import { Look } from "./look";
import type { Policy } from "./policy";
import { match, reason } from "./reason";
import { cured } from "./steps/contact/cured";
import { deceased } from "./steps/contact/deceased";
import { departed } from "./steps/contact/departed";

/**
 * The two answers of the ladder for one tenancy, on the day and with the knowledge its facts carry. Total and pure:
 * the same facts always give the same answer, and there is always one.
 */
export function assess(facts: Facts, policy: Policy): Assessment {
  const look = new Look(facts.day);
  seeNextDue(facts, look);
  return quiet(facts, policy, look) ?? gone(facts, policy, look) ?? walked(facts, policy, look);
}

/**
 * A booked charge changes the position without a new fact: on its due day rent goes before what money lay on until then,
 * and the day after it is overdue itself.
 */
function seeNextDue(facts: Facts, look: Look): void {
  const next = facts.position.nextDueOn;
  if (next !== undefined && next !== null) for (const on of [next, addDays(next, 1)]) look.come(on);
  else if (next === undefined && facts.position.notDueOpen > 0n) look.come(addDays(facts.day, 1));
}

/** Most tenancies owe nothing and have no case: the same answer as the whole walk gives, found in three looks. */
function quiet(facts: Facts, policy: Policy, look: Look): Assessment | null {
  if (!isCured(facts, policy, look)) return null;
  const top = { look, policy };
  const contact = deceased(facts, top) ?? departed(facts, top) ?? cured(facts, top);
  if (contact === null) return null;
  const home = facts.tenancy.kind === "home" || facts.tenancy.kind === "care";
  const duty = home ? NOT_FLAGGED : NOT_A_HOME;
  return {
    flagged: false,
    flagReasons: [],
    round: null,
    contact,
    duty,
    also: [],
    lookAgainOn: look.next,
    policy: nameOf(policy),
  };
}

/** Former tenants are on their own list: no flag, no round, nothing to look at again until a new fact comes. */
function gone(facts: Facts, policy: Policy, look: Look): Assessment | null {
  if (deceased(facts, { look }) !== null) return null;
  const contact = departed(facts, { look });
  if (contact === null) return null;
  const answer = { flagged: false, flagReasons: [], round: null, contact, duty: DEPARTED, also: [] };
  return { ...answer, lookAgainOn: look.next, policy: nameOf(policy) };
}

const DEPARTED: Match<DutyStep> = match("no-duty", [reason("duty-departed")]);
const NOT_FLAGGED: Match<DutyStep> = match("no-duty", [reason("duty-not-flagged")]);
const NOT_A_HOME: Match<DutyStep> = match("no-duty", [reason("duty-not-a-home")]);

function walked(facts: Facts, policy: Policy, look: Look): Assessment {
  const context = contextOf(facts, policy, look);
  const duties = walk(DUTY_LADDER, facts, context);
  const duty = duties[0] ?? match<DutyStep>("no-duty", [reason("duty-not-yet")]);
  // Below `watch` every row asks for a flag; who has none gets `watch` at the latest.
  const rows = context.flagged ? CONTACT_LADDER : UNFLAGGED;
  const contacts = walk(rows, facts, { ...context, duty });
  const contact = contacts[0] as Match<ContactStep>;
  return {
    flagged: context.flagged,
    flagReasons: context.flagReasons,
    round: context.round,
    contact,
    duty,
    also: [...contacts.slice(1), ...duties.slice(1)].map((one) => one.step).filter((step) => step !== "consultant-review"),
    lookAgainOn: look.next,
    policy: nameOf(policy),
  };
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

const nameOf = (policy: Policy) => `${policy.name} ${policy.version}`;

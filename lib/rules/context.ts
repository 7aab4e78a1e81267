import type { Day } from "../kernel/day";
import { type Breach, breaches, lastCure } from "./agreement";
import type { DutyStep, Match, Reason, Round } from "./answer";
import { type CaseNow, casenow } from "./casenow";
import { counted, heldCharges, monthsOf } from "./charges";
import { spokenDays } from "./contacts";
import type { Facts, OverdueCharge, PhoneFacts } from "./facts";
import { flaggedBy } from "./flag";
import type { Look } from "./look";
import { type Addressees, addressees, usablePhones } from "./people";
import type { Policy } from "./policy";
import { roundIn } from "./round";

/** What follows from the facts and is asked by more than one step, worked out once. */
export interface Context {
  readonly policy: Policy;
  readonly look: Look;
  readonly flagReasons: readonly Reason[];
  readonly flagged: boolean;
  readonly case: CaseNow | null;
  readonly round: Round | null;
  /** Overdue charges past their grace and not on hold: what the ladder acts on. */
  readonly acting: readonly OverdueCharge[];
  /** Months in arrears of `acting`, in hundredths. */
  readonly months: number;
  readonly held: ReadonlySet<string>;
  readonly addressees: Addressees;
  readonly phones: readonly PhoneFacts[];
  readonly spoken: readonly Day[];
  /** Broken promises and arrangements within the case, oldest first. */
  readonly broken: readonly Breach[];
  /** The duty answer; known before the contact ladder is walked, because a proposal asks for it. */
  readonly duty: Match<DutyStep> | null;
}

export function contextOf(facts: Facts, policy: Policy, look: Look): Context {
  const flagReasons = flaggedBy(facts, policy, look);
  const held = heldCharges(facts, look);
  const acting = counted(facts, policy, look).filter((charge) => !held.has(charge.id));
  const who = addressees(facts, look);
  const now = casenow(facts, policy, flagReasons.length > 0, look);
  const spoken = spokenDays(facts);
  const broken = breaches(facts, policy, look);
  return {
    policy,
    look,
    flagReasons,
    flagged: flagReasons.length > 0,
    case: now,
    round: now === null ? null : roundIn(now, facts, policy, look, spoken, broken),
    acting,
    months: monthsOf(acting, facts),
    held,
    addressees: who,
    phones: usablePhones(facts, who.people),
    spoken,
    broken: brokenInCase(broken, facts, now),
    duty: null,
  };
}

function brokenInCase(all: readonly Breach[], facts: Facts, now: CaseNow | null): readonly Breach[] {
  const from = now === null || now.id === null ? (lastCure(facts) ?? "") : null;
  return all.filter((one) => (from === null ? now !== null && one.on >= now.openedOn : one.on > from));
}

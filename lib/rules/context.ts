import type { Day } from "../kernel/day";
import { type Breach, breaches, lastCure } from "./agreement";
import type { Match, Reason, Round } from "./answer";
import { type CaseNow, casenow } from "./casenow";
import { counted, heldCharges, monthsOf } from "./charges";
import { spokenDays } from "./contacts";
import type { Facts, OverdueCharge, PhoneFacts } from "./facts";
import { flaggedBy } from "./flag";
import type { Look } from "./look";
import { type Addressees, addressees, usablePhones } from "./people";
import type { Policy } from "./policy";
import { restNow } from "./rest";
import { roundsIn } from "./round";
import { actingMonths, shortByTheSame, sizeOf } from "./size";
import type { DutyStep } from "./steps";

/** What follows from the facts and is asked by more than one step, worked out once. */
export interface Context {
  readonly policy: Policy;
  readonly look: Look;
  readonly flagReasons: readonly Reason[];
  readonly flagged: boolean;
  readonly case: CaseNow | null;
  readonly round: Round | null;
  /** A reason that starts no round makes the review due on this day. */
  readonly reviewDueOn: Day | null;
  /** How often this case came back after a conversation, in the last half year. */
  readonly reopenings: number;
  /** Left in peace until this day; null when not. */
  readonly restUntil: Day | null;
  /** A small debt: phone, SMS and one letter, no door. */
  readonly small: boolean;
  /** The same amount missed each month; cents, null when not. */
  readonly sameShort: bigint | null;
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
  /** Help was asked and nobody has been there since: the visit goes before every wait. */
  readonly helpFirst: boolean;
  /** The duty answer; known before the contact ladder is walked, because a proposal asks for it. */
  readonly duty: Match<DutyStep> | null;
}

const NO_ROUNDS: Pick<Context, "round" | "reviewDueOn" | "reopenings"> = { round: null, reviewDueOn: null, reopenings: 0 };

/** Everything but whether help goes first, which its own step says (`assess`). */
export function contextOf(facts: Facts, policy: Policy, look: Look): Context {
  const flagReasons = flaggedBy(facts, policy, look);
  const held = heldCharges(facts, look);
  const acting = counted(facts, policy, look).filter((charge) => !held.has(charge.id));
  const who = addressees(facts, look);
  const now = casenow(facts, policy, flagReasons.length > 0, look);
  const spoken = spokenDays(facts);
  const broken = breaches(facts, policy, look);
  const size = now === null ? { small: false, grewOn: [] } : sizeOf(facts, policy, now, actingMonths(facts, held));
  const rounds: Pick<Context, "round" | "reviewDueOn" | "reopenings"> | null =
    now === null ? null : roundsIn(now, facts, policy, look, { spoken, broken, grewOn: size.grewOn });
  return {
    policy,
    look,
    flagReasons,
    flagged: flagReasons.length > 0,
    case: now,
    ...(rounds ?? NO_ROUNDS),
    restUntil: rounds === null ? null : restNow(facts, policy, rounds.round?.startedOn ?? facts.day, look),
    small: size.small,
    sameShort: size.small ? shortByTheSame(facts, policy) : null,
    acting,
    months: monthsOf(acting, facts),
    held,
    addressees: who,
    phones: usablePhones(facts, who.people),
    spoken,
    broken: brokenInCase(broken, facts, now),
    helpFirst: false,
    duty: null,
  };
}

function brokenInCase(all: readonly Breach[], facts: Facts, now: CaseNow | null): readonly Breach[] {
  const from = now === null || now.id === null ? (lastCure(facts) ?? "") : null;
  return all.filter((one) => (from === null ? now !== null && one.on >= now.openedOn : one.on > from));
}

import { addDays, type Day } from "../kernel/day";
import type { Breach } from "./agreement";
import type { Round } from "./answer";
import type { CaseNow } from "./casenow";
import type { Facts } from "./facts";
import { daysOfChange, pastGraceOn } from "./history";
import type { Look } from "./look";
import { addresseeSince } from "./people";
import type { Policy } from "./policy";
import { restOn } from "./rest";

/** A dated reason for a new round; but for another addressee it starts one only after somebody spoke with them in the round before. */
interface Cause {
  readonly on: Day;
  readonly because: Round["because"];
  readonly order: number;
  /** For a further month: whole months past grace from this day on. */
  readonly whole?: number;
}

const ORDER: readonly Round["because"][] = [
  "flagged",
  "reopened",
  "another-addressee",
  "promise-broken",
  "instalment-missed",
  "running-rent-behind",
  "payment-not-found",
  "further-month",
  "no-longer-small",
  "agreed-moment-passed",
];

/** The round of today, and what came up that starts none. */
export interface Rounds {
  readonly round: Round;
  /** The last day on which a reason made the review due instead of starting a round: too many rounds, rest, or reopened again. */
  readonly reviewDueOn: Day | null;
  /** How often the case was reopened after a conversation in the last half year, today's round included. */
  readonly reopenings: number;
}

export interface RoundInput {
  readonly spoken: readonly Day[];
  readonly broken: readonly Breach[];
  readonly grewOn: readonly Day[];
}

/** The round within a case (ladder: case and round). What is paid later changes none of the rounds there were. */
export function roundsIn(now: CaseNow, facts: Facts, policy: Policy, look: Look, given: RoundInput): Rounds {
  const { spoken } = given;
  const months = monthsSince(facts, policy, now.openedOn);
  let round = { ordinal: 1, startedOn: now.openedOn, because: "flagged" as Round["because"] };
  const byRule: Day[] = [now.openedOn];
  const reopened: Day[] = [];
  let reviewDueOn: Day | null = null;
  for (const cause of causes(now, facts, policy, look, given, months)) {
    if (cause.on <= round.startedOn) continue;
    const since = round.startedOn;
    const talked = spoken.some((on) => on >= since && on < cause.on);
    if (!talked && cause.because !== "another-addressee") continue;
    if (cause.whole !== undefined && cause.whole <= wholeBetween(months, since, cause.on)) continue;
    if (cause.because === "reopened") {
      reopened.push(cause.on);
      if (within(reopened, cause.on, policy).length > 1) reviewDueOn = cause.on;
    } else {
      const resting = restOn(facts, policy, since, addDays(cause.on, -1)) !== null;
      if (resting || within(byRule, cause.on, policy).length >= policy.roundsMost) {
        reviewDueOn = cause.on;
        continue;
      }
      byRule.push(cause.on);
    }
    round = { ordinal: round.ordinal + 1, startedOn: cause.on, because: cause.because };
  }
  const reached = spoken.some((on) => on >= round.startedOn && on <= facts.day);
  return { round: { ...round, reached }, reviewDueOn, reopenings: within(reopened, facts.day, policy).length };
}

const within = (days: readonly Day[], on: Day, policy: Policy) => days.filter((day) => addDays(day, policy.roundsDays) > on);

function causes(
  now: CaseNow,
  facts: Facts,
  policy: Policy,
  look: Look,
  { broken, grewOn }: RoundInput,
  months: readonly MonthsFrom[],
): Cause[] {
  const found: Cause[] = [];
  const add = (on: Day, because: Round["because"], whole?: number) => {
    if (look.come(on)) found.push({ on, because, order: ORDER.indexOf(because), whole });
  };
  for (const on of now.reopenedOn) add(on, "reopened");
  for (const on of grewOn) add(on, "no-longer-small");
  for (const breach of broken) add(breach.on, breach.because);
  const addressee = addresseeSince(facts, policy, look);
  if (addressee !== null) add(addressee, "another-addressee");
  for (const said of facts.disclosures) {
    if (said.kind === "already-paid" && said.resolution === "not-found" && said.resolvedOn !== null)
      add(said.resolvedOn, "payment-not-found");
    if (said.kind === "agreed-moment" && said.until !== null) add(addDays(said.until, 1), "agreed-moment-passed");
  }
  for (const { from, whole } of months) if (whole > 0) add(from, "further-month", whole);
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.order - b.order));
}

/** Whole months past grace from a day on, until the next of these. */
interface MonthsFrom {
  readonly from: Day;
  readonly whole: number;
}

function monthsSince(facts: Facts, policy: Policy, from: Day): MonthsFrom[] {
  return daysOfChange(facts, policy, from).map((day) => ({
    from: day,
    whole: Math.floor(pastGraceOn(facts, day, policy) / 100),
  }));
}

/** The highest whole number of months past grace at any time from one day on, before another. */
function wholeBetween(months: readonly MonthsFrom[], from: Day, before: Day): number {
  const first = months.findLast((one) => one.from <= from)?.whole ?? 0;
  return months.reduce((most, one) => (one.from > from && one.from < before ? Math.max(most, one.whole) : most), first);
}

/** Whole months past grace on a day. */
export const wholeMonthsOn = (facts: Facts, policy: Policy, day: Day): number =>
  Math.floor(pastGraceOn(facts, day, policy) / 100);

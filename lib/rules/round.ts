import { addDays, type Day, firstDay, type Month, monthOf } from "../kernel/day";
import { type Breach, breaches } from "./agreement";
import type { Round } from "./answer";
import { type CaseNow, casenow } from "./casenow";
import { graceOver } from "./charges";
import { spokenDays } from "./contacts";
import type { Facts } from "./facts";
import { flaggedBy } from "./flag";
import { Look } from "./look";
import type { Policy } from "./policy";

/** A dated reason for a new round; it starts one only when somebody was spoken to in the round before it. */
interface Cause {
  readonly on: Day;
  readonly because: Round["because"];
  readonly order: number;
  /** For a further month: how many months' rent counted and were open from this day on. */
  readonly monthsOpen?: number;
}

const ORDER: readonly Round["because"][] = [
  "flagged",
  "promise-broken",
  "instalment-missed",
  "running-rent-behind",
  "payment-not-found",
  "further-month",
  "agreed-moment-passed",
];

/** The round the tenancy is in today; null when it is not flagged. */
export function roundOf(facts: Facts, policy: Policy, look: Look = new Look(facts.day)): Round | null {
  const now = casenow(facts, policy, flaggedBy(facts, policy, look).length > 0, look);
  return now === null ? null : roundIn(now, facts, policy, look, spokenDays(facts), breaches(facts, policy, look));
}

/** The round within a case, from what is worked out already. */
export function roundIn(
  now: CaseNow,
  facts: Facts,
  policy: Policy,
  look: Look,
  spoken: readonly Day[],
  broken: readonly Breach[],
): Round {
  const months = countedMonths(facts, policy, look);
  let round = { ordinal: 1, startedOn: now.openedOn, because: "flagged" as Round["because"] };
  for (const cause of causes(facts, look, broken, now.reopenedOn, months)) {
    if (cause.on <= round.startedOn) continue;
    const since = round.startedOn;
    const talk = spoken.filter((on) => on >= since && on < cause.on).at(-1);
    if (talk === undefined) continue;
    const further = cause.monthsOpen === undefined || cause.monthsOpen > openOn(months, talk);
    if (further) round = { ordinal: round.ordinal + 1, startedOn: cause.on, because: cause.because };
  }
  return { ...round, reached: spoken.some((on) => on >= round.startedOn && on <= facts.day) };
}

function causes(
  facts: Facts,
  look: Look,
  broken: readonly Breach[],
  reopenedOn: readonly Day[],
  months: readonly MonthOpen[],
): Cause[] {
  const found: Cause[] = [];
  const add = (on: Day, because: Round["because"], monthsOpen?: number) => {
    if (look.come(on)) found.push({ on, because, order: ORDER.indexOf(because), monthsOpen });
  };
  for (const on of reopenedOn) add(on, "flagged");
  for (const breach of broken) add(breach.on, breach.because);
  for (const said of facts.statements) {
    if (said.kind === "already-paid" && said.resolution === "not-found" && said.resolvedOn !== null)
      add(said.resolvedOn, "payment-not-found");
    if (said.kind === "agreed-moment" && said.until !== null) add(addDays(said.until, 1), "agreed-moment-passed");
  }
  for (const { counts } of months) add(counts, "further-month", openOn(months, counts));
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.order - b.order));
}

/** A month whose rent was still open when it began to count. */
interface MonthOpen {
  readonly counts: Day;
  /** Booking day of the receipt that completed it; null while part is open. */
  readonly coveredOn: Day | null;
}

/**
 * How many months counted and were open on a day. Rent paid on time by someone who is a month behind covers the older
 * month and leaves the newer one open: the debt has moved, not grown, and that is no reason for a new round.
 */
const openOn = (months: readonly MonthOpen[], on: Day): number =>
  months.filter((one) => one.counts <= on && (one.coveredOn === null || one.coveredOn >= on)).length;

/** Read from when each month was covered, not from what is open now: paying later must not rewrite the rounds there were. */
function countedMonths(facts: Facts, policy: Policy, look: Look): readonly MonthOpen[] {
  const dues = firstDues(facts);
  const found: MonthOpen[] = [];
  const add = (month: Month, coveredOn: Day | null, open: boolean) => {
    const counts = graceOver(dues.get(month) ?? firstDay(month), facts, policy);
    if (open && (coveredOn === null || coveredOn >= counts) && look.come(counts)) found.push({ counts, coveredOn });
  };
  const seen = new Set<Month>();
  for (const one of facts.rentMonths) {
    seen.add(one.month);
    add(one.month, one.coveredOn, one.coveredOn !== null || one.open >= policy.smallAmount);
  }
  for (const charge of facts.overdue)
    if (charge.monthlyRent && !seen.has(charge.month)) {
      seen.add(charge.month);
      add(charge.month, null, true);
    }
  return found;
}

function firstDues(facts: Facts): ReadonlyMap<Month, Day> {
  const dues = new Map<Month, Day>();
  const due = (month: Month, on: Day) => {
    const known = dues.get(month);
    if (known === undefined || on < known) dues.set(month, on);
  };
  for (const rent of facts.rentCharged) due(monthOf(rent.dueOn), rent.dueOn);
  for (const charge of facts.overdue) if (charge.monthlyRent) due(charge.month, charge.dueOn);
  return dues;
}

import { addDays, type Day, firstDay, type Month, monthOf } from "../kernel/day";
import { breaches } from "./agreement";
import type { Round } from "./answer";
import { casenow } from "./casenow";
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
  /** For a reopened case: the round goes on unless somebody was reached before the cure. */
  readonly order: number;
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
  if (now === null) return null;
  const spoken = spokenDays(facts);
  let round = { ordinal: 1, startedOn: now.openedOn, because: "flagged" as Round["because"] };
  for (const cause of causes(facts, policy, look, now.reopenedOn)) {
    if (cause.on <= round.startedOn) continue;
    const reached = spoken.some((on) => on >= round.startedOn && on < cause.on);
    if (reached) round = { ordinal: round.ordinal + 1, startedOn: cause.on, because: cause.because };
  }
  return { ...round, reached: spoken.some((on) => on >= round.startedOn && on <= facts.day) };
}

function causes(facts: Facts, policy: Policy, look: Look, reopenedOn: readonly Day[]): Cause[] {
  const found: Cause[] = [];
  const add = (on: Day, because: Round["because"]) => {
    if (look.come(on)) found.push({ on, because, order: ORDER.indexOf(because) });
  };
  for (const on of reopenedOn) add(on, "flagged");
  for (const breach of breaches(facts, policy, look)) add(breach.on, breach.because);
  for (const said of facts.statements) {
    if (said.kind === "already-paid" && said.resolution === "not-found" && said.resolvedOn !== null)
      add(said.resolvedOn, "payment-not-found");
    if (said.kind === "agreed-moment" && said.until !== null) add(addDays(said.until, 1), "agreed-moment-passed");
  }
  for (const on of furtherMonths(facts, policy, look)) add(on, "further-month");
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.order - b.order));
}

/**
 * The days on which a month's rent began to count while part of it was open. Read from when it was covered, not from
 * what is open now, so that paying later does not rewrite which rounds there were.
 */
export function furtherMonths(facts: Facts, policy: Policy, look: Look): readonly Day[] {
  const dues = new Map<Month, Day>();
  const due = (month: Month, on: Day) => {
    const known = dues.get(month);
    if (known === undefined || on < known) dues.set(month, on);
  };
  for (const rent of facts.rentCharged) due(monthOf(rent.dueOn), rent.dueOn);
  for (const charge of facts.overdue) if (charge.monthlyRent) due(charge.month, charge.dueOn);
  const days: Day[] = [];
  const seen = new Set<Month>();
  for (const month of facts.rentMonths) {
    seen.add(month.month);
    const counts = graceOver(dues.get(month.month) ?? firstDay(month.month), facts, policy);
    const open = month.coveredOn === null ? month.open >= policy.smallAmount : month.coveredOn >= counts;
    if (open && look.come(counts)) days.push(counts);
  }
  for (const charge of facts.overdue) {
    if (!charge.monthlyRent || seen.has(charge.month)) continue;
    seen.add(charge.month);
    const counts = graceOver(dues.get(charge.month) ?? charge.dueOn, facts, policy);
    if (look.come(counts)) days.push(counts);
  }
  return days.sort();
}

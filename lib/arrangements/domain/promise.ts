import { addDays, type Day } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import { done, type Outcome, refused } from "../../kernel/outcome";
import type { Policy } from "../../rules/policy";

export interface PromiseAsked {
  readonly today: Day;
  readonly promisedOn: Day;
  readonly amount: Cents;
  /** For the next day the income comes in, which may lie further ahead. */
  readonly incomeDay: boolean;
  readonly open: Cents;
  /** Promises broken in this case so far. */
  readonly broken: number;
  /** Day of a promise that still runs. */
  readonly running: Day | null;
}
type Refusal = "day-passed" | "promise-too-far" | "promises-used-up" | "promise-running" | "nothing-open" | "more-than-open";

/** A promise lies at most 14 days ahead, or on the next income day within 31; the second broken one in a case is the last. */
export function mayPromise(asked: PromiseAsked, policy: Policy): Outcome<null, Refusal> {
  const days = asked.incomeDay ? policy.promiseIncomeDayMaxDays : policy.promiseMaxDays;
  const until = addDays(asked.today, days);
  if (asked.promisedOn < asked.today) return refused("day-passed");
  if (asked.promisedOn > until) return refused("promise-too-far", { days, until });
  if (asked.broken >= policy.promisesBrokenMax) return refused("promises-used-up", { count: asked.broken });
  if (asked.running !== null) return refused("promise-running", { until: asked.running });
  if (asked.open === 0n) return refused("nothing-open");
  return asked.amount > asked.open ? refused("more-than-open") : done(null);
}

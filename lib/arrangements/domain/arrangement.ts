import { addDays, addMonthsToDay, type Day } from "../../kernel/day";
import { type Cents, cents } from "../../kernel/money";
import { done, type Outcome, refused } from "../../kernel/outcome";
import type { Policy } from "../../rules/policy";

/** Why an arrangement ended. `cured` and `completed` come from the rules; a person ends it as `broken` or `withdrawn`. */
export type ArrangementEnd = "completed" | "broken" | "cured" | "withdrawn";
export const ARRANGEMENT_ENDS_BY_HAND = ["broken", "withdrawn"] as const;

export interface Instalment {
  readonly dueOn: Day;
  readonly amount: Cents;
}

/** `count` instalments a month apart, as equal as whole cents allow: the first ones carry the cent that is left over. */
export function equalInstalments(total: Cents, count: number, startsOn: Day): Instalment[] {
  const share = total / BigInt(count);
  const rest = Number(total % BigInt(count));
  return Array.from({ length: count }, (_, index) => ({
    dueOn: addMonthsToDay(startsOn, index),
    amount: cents(share + (index < rest ? 1n : 0n)),
  }));
}

export interface ArrangementAsked {
  readonly today: Day;
  readonly startsOn: Day;
  readonly total: Cents;
  readonly count: number;
  readonly open: Cents;
  readonly running: boolean;
}
type Refusal =
  | "day-passed"
  | "arrangement-start-too-far"
  | "nothing-open"
  | "more-than-open"
  | "instalment-too-small"
  | "arrangement-running";

/** The first instalment comes as soon as a promise would have to; an instalment is more than what the rules overlook. */
export function mayArrange(asked: ArrangementAsked, policy: Policy): Outcome<null, Refusal> {
  const days = policy.promiseIncomeDayMaxDays;
  if (asked.startsOn < asked.today) return refused("day-passed");
  if (asked.startsOn > addDays(asked.today, days)) return refused("arrangement-start-too-far", { days });
  if (asked.running) return refused("arrangement-running");
  if (asked.open === 0n) return refused("nothing-open");
  if (asked.total > asked.open) return refused("more-than-open");
  return asked.total < policy.instalmentTolerance * BigInt(asked.count) ? refused("instalment-too-small") : done(null);
}

import { type ClosedDays, workingDaysAfter } from "../kernel/calendar";
import type { Day } from "../kernel/day";
import type { Reason } from "./answer";
import { oldest, total } from "./charges";
import type { Context } from "./context";
import type { Facts } from "./facts";
import { contractTenants, livingTenants } from "./people";
import { reason } from "./reason";

/** What a person reads first: what is open since when, and what started this round. */
export function why(facts: Facts, context: Context): Reason[] {
  const found: Reason[] = [];
  const first = oldest(context.acting);
  if (first) {
    const open = total(context.acting);
    const code = first.monthlyRent ? "rent-late" : "charge-late";
    found.push(
      context.acting.some((one) => one.month !== first.month)
        ? reason("several-months-late", { openCents: open, months: context.months / 100, month: first.month, dueOn: first.dueOn })
        : reason(code, { month: first.month, dueOn: first.dueOn, openCents: open }),
    );
  }
  const round = context.round;
  if (round && round.because !== "flagged") found.push(reason(`round-${round.because}`, { on: round.startedOn }));
  return found;
}

/** What to know before speaking with these people: modifiers, never steps. */
export function toKnow(facts: Facts, context: Context, atTheDoor: boolean): Reason[] {
  const found: Reason[] = [];
  const { people, inPlace } = context.addressees;
  if (inPlace !== null) found.push(reason(`via-${inPlace}`));
  else if (livingTenants(facts, context.look).length < contractTenants(facts).length) found.push(reason("other-tenant-died"));
  if (atTheDoor && people.some((one) => one.safetyNote)) found.push(reason("visit-by-two"));
  const wish = people.find((one) => one.prefers !== null)?.prefers;
  if (wish) found.push(reason(`prefers-${wish}`));
  return found;
}

/**
 * The same reason, with how many working days late it is on the day somebody reads it. The stored answer counts no
 * days, so that it stays the same until something really changes.
 */
export function told(one: Reason, today: Day, closed: ClosedDays): Reason {
  const due = one.values.dueOn;
  if (typeof due !== "string") return one;
  return { code: `${one.code}-days`, values: { ...one.values, workingDays: workingDaysAfter(due as Day, today, closed) } };
}

import { addDays, type Day } from "../../../kernel/day";
import type { ContactStep, Match } from "../../answer";
import { oldest } from "../../charges";
import type { Context } from "../../context";
import { sentLetter } from "../../duties";
import type { Facts } from "../../facts";
import { habitDay, habitLastDay, onceSpoken } from "../../habit";
import { match, reason } from "../../reason";

/** "Betaalt meestal rond de 24e": known from the months before, and from a person who once spoke with them, or the letter of this case. */
export function waitForHabit(facts: Facts, context: Context): Match<ContactStep> | null {
  if (context.helpFirst || !(onceSpoken(facts) || sentLetter(facts, context) !== null)) return null;
  const wait = habitWait(facts, context);
  return wait && match("wait-for-habit", [reason("pays-around", wait)], wait.until);
}

/** The habit that is waited for, and until when; null when there is none or its day has come. */
export function habitWait(
  facts: Facts,
  { policy, look, months, acting, broken }: Context,
): { dayOfMonth: number; until: Day } | null {
  const first = oldest(acting.filter((one) => one.monthlyRent));
  if (first === null || months >= policy.habitBelowMonths || broken.length > 0) return null;
  const habit = habitDay(facts, policy, look);
  if (habit === null) return null;
  const until = addDays(habitLastDay(habit, first.month, facts, policy), 1);
  return look.come(until) ? null : { dayOfMonth: habit, until };
}

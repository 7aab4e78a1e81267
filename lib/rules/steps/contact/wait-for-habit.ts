import { addDays, type Day } from "../../../kernel/day";
import type { Match, Reason } from "../../answer";
import { oldest } from "../../charges";
import type { Context } from "../../context";
import { sentLetter } from "../../duties";
import type { Facts } from "../../facts";
import { habitLastDay, habitOf, onceSpoken } from "../../habit";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/** "Betaalt meestal rond de 24e": known from what they said or the months before, and from a person who once spoke with them, or the letter of this case. */
export function waitForHabit(facts: Facts, context: Context): Match<ContactStep> | null {
  if (context.helpFirst || !(onceSpoken(facts) || sentLetter(facts, context) !== null)) return null;
  const wait = habitWait(facts, context);
  return wait && match("wait-for-habit", [wait.reason], wait.until);
}

/** The habit that is waited for, and until when; null when there is none or its day has come. */
export function habitWait(
  facts: Facts,
  { policy, look, months, acting, broken }: Context,
): { reason: Reason; until: Day } | null {
  const first = oldest(acting.filter((one) => one.monthlyRent));
  if (first === null || months >= policy.habitBelowMonths || broken.length > 0) return null;
  const habit = habitOf(facts, policy, look);
  if (habit === null) return null;
  const until = addDays(habitLastDay(habit.dayOfMonth, first.month, facts, policy), 1);
  if (look.come(until)) return null;
  const values = { dayOfMonth: habit.dayOfMonth, until };
  return { reason: reason(habit.named ? "pays-as-said" : "pays-around", values), until };
}

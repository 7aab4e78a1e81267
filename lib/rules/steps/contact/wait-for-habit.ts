import { addDays } from "../../../kernel/day";
import type { ContactStep, Match } from "../../answer";
import { oldest } from "../../charges";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { habitDay, habitLastDay, onceSpoken } from "../../habit";
import { match, reason } from "../../reason";

/** "Betaalt meestal rond de 24e": known from the months before, and from a person who once spoke with them. */
export function waitForHabit(facts: Facts, { policy, look, months, acting, broken }: Context): Match<ContactStep> | null {
  const first = oldest(acting);
  if (first === null || months >= policy.habitBelowMonths || broken.length > 0 || !onceSpoken(facts)) return null;
  const habit = habitDay(facts, policy, look);
  if (habit === null) return null;
  const until = addDays(habitLastDay(habit, first.month, facts, policy), 1);
  if (look.come(until)) return null;
  return match("wait-for-habit", [reason("pays-around", { dayOfMonth: habit, until })], until);
}

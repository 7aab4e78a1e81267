import { addDays, earliest } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";

/** None of these: nothing is due yet, with the day on which that can change. */
export function notYet(facts: Facts, { policy, look }: Context): Match<DutyStep> {
  const { debtSince, rentDebtSince } = facts.position;
  const days = [
    ...(debtSince === null ? [] : [addDays(debtSince, policy.letterDays)]),
    ...(rentDebtSince === null ? [] : [addDays(rentDebtSince, policy.reportDays)]),
  ].filter((on) => !look.come(on));
  return match("not-yet", [reason("duty-not-yet")], days.length === 0 ? null : days.reduce(earliest));
}

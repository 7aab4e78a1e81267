import { addDays, earliest } from "../../../kernel/day";
import type { Match } from "../../answer";
import { allHeld, runs } from "../../charges";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { bereavementUntil } from "../../people";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/**
 * Every overdue charge waits because of a hold, or the whole account does: also in the days after a death. A missed review day goes to
 * the manager; contact stays stopped.
 */
export function hold(facts: Facts, { look, held, policy }: Context): Match<ContactStep> | null {
  const quiet = bereavementUntil(facts, policy, look);
  if (quiet !== null) return match("hold", [reason("bereavement", { until: quiet })], quiet);
  if (facts.heard?.died) return match("hold", [reason("heard-died")]);
  if (!allHeld(facts, held)) return null;
  const review = facts.holds
    .filter((one) => runs(one, look))
    .map((one) => one.reviewOn)
    .reduce(earliest);
  const found = [reason("on-hold", { reviewOn: review, overdueCents: facts.position.overdue })];
  if (look.come(addDays(review, 1))) found.push(reason("manager-review-missed", { reviewOn: review }));
  return match("hold", found, look.come(review) ? null : review);
}

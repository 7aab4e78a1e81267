import { addDays, earliest } from "../../../kernel/day";
import type { ContactStep, Match } from "../../answer";
import { runs } from "../../charges";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/** Every overdue charge waits because of a hold. A missed review day goes to the manager; contact stays stopped. */
export function hold(facts: Facts, { look, held }: Context): Match<ContactStep> | null {
  if (facts.overdue.length === 0 || !facts.overdue.every((charge) => held.has(charge.id))) return null;
  const review = facts.holds
    .filter((one) => runs(one, look))
    .map((one) => one.reviewOn)
    .reduce(earliest);
  const found = [reason("on-hold", { reviewOn: review, overdueCents: facts.position.overdue })];
  if (look.come(addDays(review, 1))) found.push(reason("manager-review-missed", { reviewOn: review }));
  return match("hold", found, look.come(review) ? null : review);
}

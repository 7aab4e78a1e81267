import { addDays, latest } from "../../../kernel/day";
import { promiseDeadline, promiseWaits } from "../../agreement";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/** A promise whose day, with its tolerance, has not passed. */
export function promisePending(facts: Facts, { policy, look, helpFirst }: Context): Match<ContactStep> | null {
  if (helpFirst) return null;
  const pending = facts.promises.filter((one) => promiseWaits(one, facts, policy, look));
  if (pending.length === 0) return null;
  const until = pending.map((one) => addDays(promiseDeadline(one, facts, policy), 1)).reduce(latest);
  return match(
    "promise-pending",
    pending.map((one) => reason("promised", { promisedOn: one.promisedOn, amountCents: one.amount, until })),
    until,
  );
}

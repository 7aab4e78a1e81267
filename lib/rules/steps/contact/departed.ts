import { addDays } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/** The tenancy has ended (its last day is past): former tenants have their own list. */
export function departed(facts: Facts, { look }: Pick<Context, "look">): Match<ContactStep> | null {
  const ends = facts.tenancy.endsOn;
  if (ends === null || !look.come(addDays(ends, 1))) return null;
  return match("departed", [reason("tenancy-ended", { on: ends, overdueCents: facts.position.overdue })]);
}

import { type Day, latest } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { contractTenants, livingTenants } from "../../people";
import { match, reason } from "../../reason";
import { seenAgain } from "../../review";
import type { ContactStep } from "../../steps";

/** No living contract tenant: all contact stops; the consultant seeks the next of kin, and looks again within three months. */
export function deceased(facts: Facts, { look, policy }: Pick<Context, "look" | "policy">): Match<ContactStep> | null {
  const tenants = contractTenants(facts);
  if (tenants.length === 0 || livingTenants(facts, look).length > 0) return null;
  const last = tenants.map((one) => one.deceasedOn ?? ("" as Day)).reduce(latest);
  const until = seenAgain(facts, policy, look, last);
  return match("deceased", [reason("all-tenants-died", { on: last, overdueCents: facts.position.overdue })], until);
}

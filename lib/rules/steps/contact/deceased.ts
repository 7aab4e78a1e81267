import type { ContactStep, Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { contractTenants, livingTenants } from "../../people";
import { match, reason } from "../../reason";

/** No living contract tenant: all contact stops; the consultant seeks the next of kin. */
export function deceased(facts: Facts, { look }: Pick<Context, "look">): Match<ContactStep> | null {
  const tenants = contractTenants(facts);
  if (tenants.length === 0 || livingTenants(facts, look).length > 0) return null;
  const last =
    tenants
      .map((one) => one.deceasedOn ?? "")
      .sort()
      .at(-1) ?? "";
  return match("deceased", [reason("all-tenants-died", { on: last, overdueCents: facts.position.overdue })]);
}

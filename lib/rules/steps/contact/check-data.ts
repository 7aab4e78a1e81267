import { addWorkingDays } from "../../../kernel/calendar";
import type { Match, Reason } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { contractTenants } from "../../people";
import { match, reason } from "../../reason";
import type { ContactStep } from "../../steps";

/** The data cannot be right: first sort that out, before anybody is bothered. After a week the manager hears of it. */
export function checkData(facts: Facts, { policy, look }: Context): Match<ContactStep> | null {
  const found: Reason[] = [];
  const { monthlyRent } = facts.tenancy;
  const { contradictory, balanceDiffers, since } = facts.dataProblems;
  if (monthlyRent === null || monthlyRent <= 0n) found.push(reason("rent-unknown"));
  if (contractTenants(facts).length === 0) found.push(reason("no-tenant-known"));
  if (contradictory) found.push(reason("entries-contradict"));
  if (balanceDiffers === true) found.push(reason("balance-differs"));
  if (found.length === 0) return null;
  const manager = since === null ? null : addWorkingDays(since, policy.dataProblemWorkingDays, facts.closedDays);
  if (since !== null && manager !== null && look.come(manager)) found.push(reason("manager-data-problem", { since }));
  return match("check-data", found);
}

import { addWorkingDays } from "../kernel/calendar";
import { addDays, type Day } from "../kernel/day";
import type { Facts } from "./facts";
import type { Look } from "./look";
import type { Policy } from "./policy";

/** "Al betaald" said, and finance is still searching: since when, and the first day on which it is not waited for. */
export function searchedUntil(facts: Facts, policy: Policy, look: Look): { saidOn: Day; until: Day } | null {
  let found: { saidOn: Day; until: Day } | null = null;
  for (const said of facts.disclosures) {
    if (said.kind !== "already-paid" || (said.resolvedOn !== null && look.come(said.resolvedOn))) continue;
    const until = addDays(addWorkingDays(said.saidOn, policy.alreadyPaidWorkingDays, facts.closedDays), 1);
    if (!look.come(until) && (found === null || until > found.until)) found = { saidOn: said.saidOn, until };
  }
  return found;
}

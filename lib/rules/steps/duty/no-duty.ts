import { addDays } from "../../../kernel/day";
import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { livingTenants } from "../../people";
import { match, reason } from "../../reason";
import type { DutyStep } from "../../steps";
import { isDwelling } from "../../waiting";
import { writtenReminder } from "./written-reminder";

/** Law and covenant ask for nothing here. A garage gets a plain letter, and nothing else. */
export function noDuty(facts: Facts, context: Context): Match<DutyStep> | null {
  const { flagged, look } = context;
  const because = (code: string) => match<DutyStep>("no-duty", [reason(code)]);
  if (!isDwelling(facts.tenancy.kind) && (facts.tenancy.kind !== "parking" || writtenReminder(facts, context) === null))
    return because("duty-not-a-home");
  if (!flagged) return because("duty-not-flagged");
  if (livingTenants(facts, look).length === 0 || facts.heard?.died) return because("duty-no-tenant");
  if (facts.heard?.moved) return because("duty-moved");
  if (facts.tenancy.endsOn !== null && look.come(addDays(facts.tenancy.endsOn, 1))) return because("duty-departed");
  if (facts.legal !== null && look.come(facts.legal.since)) return because("duty-legal-running");
  return null;
}

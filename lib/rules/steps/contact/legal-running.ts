import type { ContactStep, Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";

/** A summons, judgment or eviction day is running: the consultant's plan goes on, no ladder contact. */
export function legalRunning(facts: Facts, { look }: Context): Match<ContactStep> | null {
  const { legal } = facts;
  if (legal === null || !look.come(legal.since)) return null;
  return match("legal-running", [reason(`legal-${legal.kind}`, { since: legal.since })]);
}

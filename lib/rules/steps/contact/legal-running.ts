import type { Match } from "../../answer";
import type { Context } from "../../context";
import type { Facts } from "../../facts";
import { match, reason } from "../../reason";
import { looked, seenAgain } from "../../review";
import type { ContactStep } from "../../steps";

/** A summons, judgment or eviction day is running: the consultant's plan goes on, no ladder contact; looked at again within three months. */
export function legalRunning(facts: Facts, { look, policy }: Context): Match<ContactStep> | null {
  const { legal } = facts;
  if (legal === null || !look.come(legal.since)) return null;
  const until = seenAgain(facts, policy, look, legal.since) ?? looked(legal.since, policy, look);
  return match("legal-running", [reason(`legal-${legal.kind}`, { since: legal.since })], until);
}

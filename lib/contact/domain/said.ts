import type { DisclosureFacts } from "../../rules/facts";

/** What was said in a conversation, as the desk picks it. The first six are statements the ladder heeds. */
export const SAID = [
  "cannot-pay",
  "wants-help",
  "already-paid",
  "disputes",
  "agreed-moment",
  "other-collection-day",
  "promise",
  "away-until",
  "objects-sharing",
  "heard-deceased",
] as const;
export type Said = (typeof SAID)[number];

const STATEMENTS: ReadonlySet<string> = new Set<DisclosureFacts["kind"]>([
  "cannot-pay",
  "wants-help",
  "already-paid",
  "disputes",
  "agreed-moment",
  "other-collection-day",
]);

/** True when it is kept as a statement; the others become a fact of their own (a promise, a day, an objection, a pause). */
export const isDisclosure = (said: Said): said is Said & DisclosureFacts["kind"] => STATEMENTS.has(said);

/** How the search after "I have paid" ended. */
export const RESOLUTIONS = ["found", "not-found"] as const;

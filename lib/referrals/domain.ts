import type { ReferralFacts } from "../rules/paper-facts";

/** What the municipality answered. */
export const REFERRAL_RESULTS = [
  "help-accepted",
  "help-refused",
  "not-reached",
  "known-already",
  "other",
] as const satisfies readonly ReferralFacts["result"][];
export type ReferralResult = (typeof REFERRAL_RESULTS)[number];

import type { CaretakerResult } from "../../rules/facts";

/** What one ring at the door brought, in the order of the caretaker's screen. */
export const RING_RESULTS = [
  "spoke",
  "will-call",
  "not-home",
  "card-left",
  "family",
  "away-long",
  "other-language",
  "moved",
  "refuses",
  "bell-broken",
  "heard-deceased",
  "worried",
] as const satisfies readonly CaretakerResult[];

/** Something about a tenancy that a person has to find out; what the facts themselves show is found by the rules. */
export type ProblemByHand =
  | "deceased-unverified"
  | "moved"
  | "wrong-address"
  | "worried"
  | "bell-broken"
  | "sms-undelivered"
  | "administrator-unknown"
  | FollowUp;

/** What was agreed or seen at a door and asks for somebody at the office. */
export type FollowUp = "wants-arrangement" | "disputes" | "allowance-check" | "repair-needed" | "wants-help";

/** A death that was heard of ends with its pause or with the record of the death, so that nobody ticks it away. */
const BY_HAND: ReadonlySet<string> = new Set<ProblemByHand>([
  "moved",
  "wrong-address",
  "worried",
  "bell-broken",
  "sms-undelivered",
  "administrator-unknown",
  "wants-arrangement",
  "disputes",
  "allowance-check",
  "repair-needed",
  "wants-help",
]);

/** Whether a person ends it by finding out. */
export const endsByHand = (kind: string): kind is ProblemByHand => BY_HAND.has(kind);

/** Why somebody goes: the ladder's two reasons, next of kin, or the consultant's own plan. */
export const VISIT_PURPOSES = ["payment-problem", "unreached", "deceased", "own-plan"] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

export const VISIT_OUTCOMES = ["nobody", "refused", "spoke-door", "spoke-inside", "moved", "deceased", "wrong-address"] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** What was seen at the door: observable, closed, no health. */
export const SEEN = [
  "mail-piling-up",
  "bell-broken",
  "name-plate-other",
  "curtains-closed",
  "empty-dwelling",
  "more-people",
  "repairs-needed",
] as const;
export type Seen = (typeof SEEN)[number];

/** What was agreed at the kitchen table. */
export const AGREED = [
  "promise",
  "arrangement-wanted",
  "help-municipality",
  "help-neighbourhood-team",
  "help-adviser-elderly",
  "help-paperwork",
  "allowance-check",
  "administrator",
  "dispute",
  "will-call",
  "nothing",
] as const;
export type Agreed = (typeof AGREED)[number];

/** A short talk about money at the table, without papers. */
export interface Budget {
  /** The day of the month on which income comes, in the tenant's words. */
  readonly payDay?: string;
  /** What is left after the fixed costs. */
  readonly left?: "enough" | "tight" | "short";
  readonly otherDebts?: "yes" | "no" | "unknown";
  readonly [key: string]: string | undefined;
}
export const LEFT = ["enough", "tight", "short"] as const;
export const OTHER_DEBTS = ["yes", "no", "unknown"] as const;

/** Why no visit needs to follow this one. */
export const NO_MORE = ["settled", "help", "declined", "other-way"] as const;
export type NoMore = (typeof NO_MORE)[number];

/** How the tenant hears of the visit. Unannounced is the exception. */
export const ANNOUNCEMENTS = ["phone", "card", "letter", "no"] as const;
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/** Outcomes in which a human spoke with the tenant. */
const SPOKE_AT_VISIT: ReadonlySet<VisitOutcome> = new Set<VisitOutcome>(["spoke-door", "spoke-inside"]);

/** How a visit counts as a try: somebody refusing at the door was reached too. */
export function attemptOfVisit(outcome: VisitOutcome): "spoke" | "not-home" | "someone-else" {
  if (SPOKE_AT_VISIT.has(outcome) || outcome === "refused") return "spoke";
  return outcome === "deceased" ? "someone-else" : "not-home";
}

import { addDays, addMonthsToDay, type Day } from "@/lib/kernel/day";

/** How long something is kept: months after what begins the term. */
export interface Term {
  readonly code: TermCode;
  readonly months: number;
  /** Never less than this many, so that a slip of the keyboard takes nothing away. */
  readonly least: number;
}
export type TermCode = "departed" | "notes" | "messages" | "seen" | "done" | "sessions" | "issues";

/**
 * The terms to begin with. No law names one for arrears: a person two years after they left and seven years for the books is the practice
 * of corporations; what was seen two years. A corporation decides for itself, and writes down why.
 */
export const TERMS: Readonly<Record<TermCode, Term>> = {
  departed: { code: "departed", months: 24, least: 6 },
  notes: { code: "notes", months: 24, least: 3 },
  messages: { code: "messages", months: 24, least: 3 },
  seen: { code: "seen", months: 24, least: 12 },
  done: { code: "done", months: 84, least: 24 },
  sessions: { code: "sessions", months: 3, least: 1 },
  issues: { code: "issues", months: 3, least: 1 },
};
export const TERM_CODES = Object.keys(TERMS) as readonly TermCode[];

/** The last day on which a term of so many months was over already: what began before or on it may go. */
export const over = (today: Day, months: number): Day => addDays(addMonthsToDay(today, -months), -1);

/** What stands in the way of erasing somebody. */
export type Reason = "legal-hold" | "tenancy-runs" | "case-open" | "owes" | "term-runs" | "still-named" | "erased";
export interface Standing {
  readonly today: Day;
  readonly erased: boolean;
  readonly legalHold: boolean;
  /** Stands as representative or contact of a contract that runs, or whose case is open. */
  readonly stillNamed: boolean;
  /** Of each tenancy in which they are tenant or co-tenant: the last day of their part in it, null while it runs; a case that is open; what is open in cents. */
  readonly tenancies: readonly { readonly endsOn: Day | null; readonly caseOpen: boolean; readonly openCents: bigint }[];
  readonly months: number;
}

/**
 * Why somebody may not be erased yet; nothing when they may. What is needed to settle a debt or to defend a claim is kept (GDPR article
 * 17, third paragraph under e), and what runs is needed for the contract.
 * @param asked somebody asked to be erased: then the term is not waited for
 */
export function standsInTheWay(
  { today, erased, legalHold, stillNamed, tenancies, months }: Standing,
  asked: boolean,
): readonly Reason[] {
  if (erased) return ["erased"];
  const reasons = new Set<Reason>();
  if (legalHold) reasons.add("legal-hold");
  if (stillNamed) reasons.add("still-named");
  for (const { endsOn, caseOpen, openCents } of tenancies) {
    if (endsOn === null || endsOn >= today) reasons.add("tenancy-runs");
    else if (!asked && endsOn > over(today, months)) reasons.add("term-runs");
    if (caseOpen) reasons.add("case-open");
    // Also what the corporation has to give back.
    if (openCents !== 0n) reasons.add("owes");
  }
  return [...reasons];
}

import type { ClosedDays, PartOfDay } from "../kernel/calendar";
import type { Day, Month } from "../kernel/day";
import type { Cents } from "../kernel/money";
import type { LetterFacts, ReferralFacts } from "./paper-facts";

/**
 * Everything the ladder may know about one tenancy on one day: facts that happened by `day` and were
 * recorded by K (the loader filters; the rules never see more). Raw and dated; what follows from them
 * (round, reached, broken promise, habit) is derived in the rules and stored nowhere.
 * `null` means unknown, which is a value: a row whose fact is unknown does not match.
 */
export interface Facts {
  readonly day: Day;
  /** Part of the day at K for a desk assessment; the nightly run assesses from the morning. */
  readonly part: PartOfDay;
  readonly closedDays: ClosedDays;
  readonly tenancy: TenancyFacts;
  readonly position: Position;
  /** Open parts of overdue charges, oldest first. */
  readonly overdue: readonly OverdueCharge[];
  /**
   * What was due and open at the end of earlier days, per charge: since the case that matters began, and at least the last
   * months. What was flagged, small or a further month then is read from it; what is paid later changes none of it.
   */
  readonly spans: readonly OpenSpan[];
  /**
   * The last 7 calendar months with a monthly rent charge due by `day`, and every month since the open case (or one
   * closed in the last 45 days) was opened: the rounds of a long case are read from them. Oldest first.
   */
  readonly rentMonths: readonly RentMonth[];
  /** Money that came in net of reversals, per booking day, oldest first: the last 400 days, longer when something older is open or agreed. */
  readonly receipts: readonly { readonly bookedOn: Day; readonly amount: Cents }[];
  /** The latest collection that came back, with the bank's reason. It is told and decides nothing; absent where nobody asks. */
  readonly lastReturn?: { readonly bookedOn: Day; readonly reason: string } | null;
  /** Monthly rent charged, per due day, of the same time, oldest first. */
  readonly rentCharged: readonly { readonly dueOn: Day; readonly amount: Cents }[];
  readonly people: readonly PersonFacts[];
  readonly phones: readonly PhoneFacts[];
  /** Other tenancies of the same people, for "home and garage are one call". */
  readonly siblings: readonly SiblingFacts[];
  readonly caretakerPresent: boolean;
  /** Receipts of the account this tenancy pays into. `completeThrough` null: nothing known yet. */
  readonly bank: { readonly completeThrough: Day | null; readonly expectedThrough: Day };
  /** Money that may be theirs: receipts in suspense, and what is on its way. */
  readonly maybePaid: readonly MaybePaid[];
  /** Problems with the data found by intake; `balanceDiffers` is unknown until a balance file is compared. */
  readonly dataProblems: { readonly contradictory: boolean; readonly balanceDiffers: boolean | null; readonly since: Day | null };
  /** Heard and not yet checked: that they died, or moved. */
  readonly heard?: { readonly died: boolean; readonly moved: boolean };
  /** A legal step that runs now; null when none is known. */
  readonly legal: { readonly kind: "summons" | "judgment" | "eviction-day"; readonly since: Day } | null;
  /** The last proposal to go to court and what was decided. */
  readonly legalProposals: readonly { readonly proposedOn: Day; readonly decidedOn: Day | null }[];
  readonly cases: readonly CaseFacts[];
  readonly holds: readonly HoldFacts[];
  readonly promises: readonly PromiseFacts[];
  readonly arrangements: readonly ArrangementFacts[];
  readonly disclosures: readonly DisclosureFacts[];
  /** Contacts with these people over all their tenancies, oldest first. */
  readonly attempts: readonly AttemptFacts[];
  readonly caretakerTasks: readonly CaretakerTaskFacts[];
  readonly visits: readonly VisitFacts[];
  readonly letters: readonly LetterFacts[];
  readonly referrals: readonly ReferralFacts[];
  readonly objectedToSharingOn: Day | null;
  /** Days on which the consultant recorded what happens now (answers `consultant-review`), oldest first. */
  readonly reviews?: readonly Day[];
}

/** Without `until` a receipt in suspense; else money noted at the desk or collected again, believed until that day. */
export interface MaybePaid {
  readonly bookedOn: Day;
  readonly amount: Cents;
  readonly until?: Day;
  readonly kind?: "pin" | "cash" | "link" | "collection";
}

export type UnitKind = "home" | "care" | "parking" | "commercial";

export interface SiblingFacts {
  readonly tenancyId: number;
  readonly kind: UnitKind;
  /** Somebody contacts these people about it now: its answer is one of the rows from home visit to review. */
  readonly worked: boolean;
}

export interface TenancyFacts {
  readonly id: number;
  readonly kind: UnitKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** Gross monthly rent in force on `day`; null when no rent is known. */
  readonly monthlyRent: Cents | null;
  /** The rent is collected by direct debit: when it comes in says nothing about the tenant's habits. */
  readonly directDebit?: boolean;
}

/** What is open on a day (semantics: imputation in time). `monthsInArrears` in hundredths of a month's rent. */
export interface Position {
  readonly open: Cents;
  readonly overdue: Cents;
  readonly notDueOpen: Cents;
  readonly credit: Cents;
  readonly oldestOverdueDue: Day | null;
  /** Since when the overdue charge that is open longest is open (semantics: open since). */
  readonly openSince: Day | null;
  /** Since when there has been a debt without a break (semantics: debt since, rent debt since). */
  readonly debtSince: Day | null;
  readonly rentDebtSince: Day | null;
  /** Overdue of what is no monthly rent. */
  readonly otherOverdue: Cents;
  readonly overdueCharges: number;
  readonly monthsBehind: number;
  readonly b1_30: Cents;
  readonly b31_60: Cents;
  readonly b61_90: Cents;
  readonly b91: Cents;
  readonly monthsInArrears: number;
  /** Earliest due day, on or after `day`, of a booked charge that is still open; null when there is none. */
  readonly nextDueOn?: Day | null;
  /** The first day on which money held for a charge that does not come is free. */
  readonly releasedOn?: Day | null;
}

/** What was open of one charge that was due, from the end of one day until the end of another; the same charge may have several. */
export interface OpenSpan {
  readonly chargeId: string;
  readonly dueOn: Day;
  readonly month: Month;
  readonly monthlyRent: boolean;
  readonly open: Cents;
  readonly openSince: Day;
  readonly from: Day;
  /** The first day at whose end it no longer was so; null while it is. */
  readonly until: Day | null;
}

export interface OverdueCharge {
  readonly id: string;
  readonly dueOn: Day;
  /** The later of its due and its booking day, or the day on which money was taken back from it (semantics: open since). */
  readonly openSince: Day;
  /** Money was last taken back from it on this day; null when never. */
  readonly reopenedOn: Day | null;
  /** Why: the bank's code, `unknown`, or `desk` when a colleague did it; null when never. */
  readonly reopenedWhy?: string | null;
  readonly month: Month;
  readonly monthlyRent: boolean;
  readonly amount: Cents;
  readonly open: Cents;
}

/** One month's rent: what was charged, what of it is still open on `day`, and since which day it is covered. */
export interface RentMonth {
  readonly month: Month;
  readonly charged: Cents;
  readonly open: Cents;
  /** Booking day of the receipt that completed it; null while part is open. */
  readonly coveredOn: Day | null;
}

export interface PersonFacts {
  readonly id: number;
  readonly role: "tenant" | "co-tenant" | "representative" | "contact";
  readonly deceasedOn: Day | null;
  readonly awayUntil: Day | null;
  readonly smsOptOut: boolean;
  readonly prefers: "call" | "visit" | null;
  readonly safetyNote: boolean;
  /** Since when this person is known in this role; absent: from the start. */
  readonly since?: Day | null;
}

export interface PhoneFacts {
  readonly personId: number;
  readonly number: string;
  readonly kind: "mobile" | "landline" | "unusable";
  readonly quality: "plausible" | "verified" | "dead";
}

export interface CaseFacts {
  readonly id: number;
  readonly openedOn: Day;
  /** Day of the last closing; null while it is open. */
  readonly closedOn: Day | null;
  /** Each time it was closed as cured and opened again (a flag within 45 days), oldest first. */
  readonly reopened?: readonly { readonly closedOn: Day; readonly reopenedOn: Day }[];
}

export interface HoldFacts {
  readonly id: number;
  readonly from: Day;
  readonly reviewOn: Day;
  readonly endedOn: Day | null;
  /** Ids of the charges it covers. */
  readonly charges: readonly string[];
  /** It covers the whole account, also what falls due later: help accepted, debt counselling, a death heard of. */
  readonly whole?: boolean;
}

export interface PromiseFacts {
  readonly id: number;
  readonly madeOn: Day;
  readonly promisedOn: Day;
  readonly amount: Cents;
  /** The tenant named it as the day on which their income comes in. */
  readonly incomeDay?: boolean;
  readonly withdrawnOn: Day | null;
}

export interface ArrangementFacts {
  readonly id: number;
  readonly agreedOn: Day;
  readonly startsOn: Day;
  readonly endedOn: Day | null;
  readonly instalments: readonly { readonly dueOn: Day; readonly amount: Cents }[];
}

/** What a tenant said in a conversation that the ladder must heed. */
export interface DisclosureFacts {
  readonly kind: "cannot-pay" | "wants-help" | "already-paid" | "disputes" | "agreed-moment" | "other-collection-day";
  readonly saidOn: Day;
  /** For `agreed-moment`: the day agreed. */
  readonly until: Day | null;
  /** For `already-paid`: the day finance found it, or found nothing. */
  readonly resolvedOn: Day | null;
  readonly resolution: "found" | "not-found" | null;
}

/**
 * One try through one channel. `spoke` means: with the tenant, a co-tenant, the representative or an authorised
 * contact; anyone else who answers is `someone-else`. An undelivered SMS stays here with its outcome and does not count
 * as a try.
 */
export interface AttemptFacts {
  readonly tenancyId: number;
  readonly personId: number | null;
  readonly channel: "call" | "sms" | "door" | "card" | "visit" | "letter" | "desk";
  readonly direction: "outbound" | "inbound";
  readonly day: Day;
  readonly part: PartOfDay;
  readonly outcome:
    | "spoke"
    | "not-answered"
    | "voicemail"
    | "wrong-number"
    | "number-dead"
    | "someone-else"
    | "queued"
    | "sent"
    | "delivered"
    | "undelivered"
    | "uncertain"
    | "cancelled"
    | "not-home"
    | "left";
  readonly number: string | null;
}

export interface CaretakerTaskFacts {
  readonly id: number;
  readonly caseId: number;
  readonly round: number;
  readonly givenOn: Day;
  readonly rings: readonly { readonly day: Day; readonly result: CaretakerResult }[];
  readonly cardLeftOn: Day | null;
  readonly closedOn: Day | null;
  readonly withdrawn: boolean;
}

export type CaretakerResult =
  | "spoke"
  | "will-call"
  | "not-home"
  | "card-left"
  | "refuses"
  | "family"
  | "other-language"
  | "away-long"
  | "moved"
  | "bell-broken"
  | "heard-deceased"
  | "worried";

export interface VisitFacts {
  readonly id: number;
  readonly caseId: number;
  readonly round: number;
  readonly ordinal: number;
  readonly purpose: "payment-problem" | "unreached" | "deceased" | "own-plan";
  readonly askedOn: Day;
  readonly plannedFor: Day | null;
  readonly part: PartOfDay | null;
  readonly doneOn: Day | null;
  readonly outcome: "nobody" | "refused" | "spoke-door" | "spoke-inside" | "moved" | "deceased" | "wrong-address" | null;
  readonly withdrawnOn: Day | null;
}

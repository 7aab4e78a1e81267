import type { Named } from "../../bank/domain/named";
import type { Reached } from "../../contact/domain/reached";
import type { PartOfDay } from "../../kernel/calendar";
import type { Day, Month } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import type { Assessment } from "../../rules/answer";
import type { Position } from "../../rules/facts";
import type { Scope } from "../../tenancies/domain/authority";

/** What the case page shows, as facts and codes; the screen makes the words. */

export interface PersonView {
  readonly id: number;
  readonly role: "tenant" | "co-tenant" | "representative" | "contact";
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly deceasedOn: Day | null;
  readonly awayUntil: Day | null;
  readonly smsOptOut: boolean;
  readonly prefers: "call" | "visit" | null;
  readonly language: string | null;
  readonly safetyNote: string | null;
  readonly knowBefore: readonly string[];
  /** Of a contact: what the tenant lets them speak about; of anybody: the last day they belong here. */
  readonly scope: Scope | null;
  readonly until: Day | null;
}

/** How often a number was tried and answered in the part of the day in which it works best (or was tried most). */
export interface Tally {
  readonly part: PartOfDay;
  readonly tried: number;
  readonly answered: number;
}

export interface PhoneView {
  readonly personId: number;
  readonly number: string;
  readonly kind: "mobile" | "landline" | "unusable";
  readonly quality: "plausible" | "verified" | "dead";
  readonly tally: Tally | null;
}

export interface PlaceView {
  readonly kind: "home" | "care" | "parking" | "commercial";
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
  readonly postcode: string | null;
  readonly city: string;
}

export interface BuildingView {
  readonly name: string;
  readonly code: string;
  readonly homes: number;
  readonly behind: number;
  readonly caretakers: readonly { readonly name: string; readonly phone: string | null }[];
}

/** One month of the rent card. */
export interface MonthView {
  readonly month: Month;
  readonly charged: Cents;
  readonly open: Cents;
  /** Day on which the month was covered in full. */
  readonly coveredOn: Day | null;
  /** Covered only after the fifth working day after it was due. */
  readonly late: boolean;
  /** Due later than today. */
  readonly notDue: boolean;
}

/** The account of the last two years, newest first, with the balance after each line. */
export interface LedgerLine {
  readonly id: string;
  readonly day: Day;
  readonly dueOn: Day | null;
  readonly kind: "charge" | "payment" | "credit" | "reversal";
  readonly category: string | null;
  readonly description: string | null;
  /** Of a collection that came back: the bank's reason. */
  readonly returnReason: string | null;
  readonly amount: Cents;
  readonly balance: Cents;
  /** Of a charge: which receipts paid it. Of a receipt: what it paid. Of a return: what is open again by it. */
  readonly lies: readonly LineLay[];
  /** Of a charge: what is open. Of a receipt: what of it is free, and what is held for a charge still to come. */
  readonly open: Cents;
  readonly free: Cents;
  readonly held: Cents;
  /** Of a charge that is open: since when. */
  readonly openSince: Day | null;
}

/** Money on a charge, told from either side: of a receipt its booking day, of a charge its due day and category. */
export interface LineLay {
  readonly day: Day;
  readonly category: string | null;
  readonly amount: Cents;
  /** The receipt named this charge; else it was the oldest. */
  readonly named: boolean;
}

export interface OpenCharge {
  readonly id: string;
  readonly dueOn: Day;
  readonly openSince: Day;
  readonly category: string;
  readonly monthlyRent: boolean;
  readonly open: Cents;
}

export interface TimelineItem {
  readonly day: Day;
  readonly at: string | null;
  readonly staffId: number | null;
  readonly firstName: string | null;
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface PaymentView {
  readonly method: string | null;
  /** Day of the month around which the rent usually comes in. */
  readonly usualDay: number | null;
  readonly ibanTail: string | null;
  readonly last: { readonly day: Day; readonly amount: Cents } | null;
  readonly rent: { readonly amount: Cents; readonly since: Day } | null;
}

/** What is under way and can be worked on from this page. */
export interface UnderWay {
  readonly visits: readonly {
    readonly id: number;
    readonly purpose: string;
    readonly plannedFor: Day | null;
    readonly part: string | null;
    readonly visitBefore: Day | null;
  }[];
  /** `askedId`: its own, when a colleague asked for it and may call it off. */
  readonly task: { readonly givenOn: Day; readonly dueOn: Day; readonly rings: number; readonly askedId: number | null } | null;
  readonly letter: {
    readonly id: number;
    readonly askedOn: Day;
    /** As it was made last, to print. */
    readonly print: { readonly id: number; readonly madeAt: string } | null;
  } | null;
  readonly referral: { readonly id: number; readonly askedOn: Day; readonly reportedOn: Day | null } | null;
  readonly arrangement: {
    readonly id: number;
    readonly agreedOn: Day;
    readonly terms: readonly { readonly ordinal: number; readonly dueOn: Day; readonly amount: Cents }[];
  } | null;
  /** A promise is still to be kept. */
  readonly promise: boolean;
  /** A receipt in suspense that may be theirs: the line to look at. */
  readonly maybeTheirs: number | null;
  readonly holds: readonly {
    readonly id: number;
    readonly reason: string;
    readonly reviewOn: Day;
    readonly note: string | null;
  }[];
  readonly search: { readonly id: number; readonly saidOn: Day; readonly detail: string | null } | null;
  readonly message: { readonly id: number; readonly status: string; readonly recipient: string } | null;
  /** Noted as paid or collected again, and not come in yet; `overdue`: its day has passed. */
  readonly payments: readonly {
    readonly id: number;
    readonly kind: string;
    readonly amount: Cents;
    readonly paidOn: Day;
    readonly holdsUntil: Day;
    readonly overdue: boolean;
  }[];
  /** What they texted back and nobody read. */
  readonly replies: readonly {
    readonly id: number;
    readonly sender: string;
    readonly body: string;
    readonly distress: boolean;
    readonly at: string;
  }[];
  /** What somebody has to find out. */
  readonly problems: readonly { readonly id: number; readonly kind: string; readonly since: Day }[];
}

/** What the ladder says after an outcome: the answer at once, and the next step when nothing else happens. */
export interface Consequence {
  readonly step: string;
  readonly until: Day | null;
  readonly next: string | null;
}

export interface CaseView {
  readonly day: Day;
  readonly part: PartOfDay;
  /** The moment up to which it says what happened, as an ISO moment. */
  readonly shownAt: string;
  readonly tenancyId: number;
  readonly number: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly place: PlaceView;
  readonly together: readonly (PlaceView & { readonly tenancyId: number; readonly overdue: Cents })[];
  readonly building: BuildingView | null;
  readonly people: readonly PersonView[];
  /** Whom one speaks with: the representative when there is one, else the first living tenant. */
  readonly addresseeId: number | null;
  /** Which way and part of the day worked to speak with somebody here: plain counts. */
  readonly reached: readonly Reached[];
  readonly phones: readonly PhoneView[];
  readonly openCase: { readonly id: number; readonly openedOn: Day; readonly ownerId: number | null } | null;
  readonly assessment: Assessment | null;
  readonly position: Position;
  /** The first day of an account that starts mid-life without an opening balance. */
  readonly unknownBefore: Day | null;
  readonly charges: readonly OpenCharge[];
  /** Working days since the oldest overdue charge was due. */
  readonly lateWorkingDays: number;
  readonly months: readonly MonthView[];
  readonly ledger: readonly LedgerLine[];
  /** What receipts on it were named for, by their id. */
  readonly named: ReadonlyMap<string, Named>;
  readonly timeline: readonly TimelineItem[];
  /** Acts that a colleague may say were not so: the id of each by the moment and the line of it. */
  readonly correctable: ReadonlyMap<string, string>;
  readonly payment: PaymentView;
  readonly underWay: UnderWay;
  readonly consequences: Readonly<Record<string, Consequence>>;
  readonly bankThrough: Day | null;
  /** The last days that the policy allows from here: of a promise, of one for the day the income comes, and of a pause. */
  readonly until: { readonly promise: Day; readonly income: Day; readonly hold: Day };
}

/** The last thing a colleague recorded for a tenancy, for the tray under the list. */
export interface LastAct {
  readonly tenancyId: number;
  readonly people: readonly PersonView[];
  readonly phones: readonly PhoneView[];
  readonly item: TimelineItem | null;
  /** It was taken back: the last thing they did for this tenancy. */
  readonly undone: boolean;
  /** The id of the act that can be taken back; null when it cannot. */
  readonly undoes: string | null;
  /** The step that came of it; null when no case is open any more. */
  readonly step: string | null;
}

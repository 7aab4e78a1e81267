import { addDays, addMonths, type Day, firstDay, type Month, monthOf } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import type { AccountFacts, Designation, Entry } from "../../ledger/domain/entry";
import type {
  ArrangementFacts,
  AttemptFacts,
  CaretakerResult,
  DisclosureFacts,
  HoldFacts,
  MaybePaid,
  PersonFacts,
  PhoneFacts,
  PromiseFacts,
  UnitKind,
  VisitFacts,
} from "../../rules/facts";

/**
 * Every row about one tenancy that was known at K and happened by the day: what the loader reads from the
 * database, or what the demo keeps in memory. A later end, answer or withdrawal is already left out (null).
 */
export interface Dossier {
  readonly tenancy: TenancyRow;
  readonly entries: readonly Entry[];
  /** Not undone. */
  readonly designations: readonly Designation[];
  /** What the entries up to a day that were left out come to. Absent: nothing was. */
  readonly opening?: AccountFacts["opening"];
  readonly people: readonly PersonFacts[];
  readonly phones: readonly PhoneFacts[];
  readonly siblings: readonly { readonly tenancyId: number; readonly kind: UnitKind }[];
  readonly caretakerPresent: boolean;
  readonly bankCompleteThrough: Day | null;
  readonly maybePaid: readonly MaybePaid[];
  /** Open ones. */
  readonly problems: readonly { readonly kind: ProblemKind; readonly since: Day }[];
  readonly legalSteps: readonly LegalStepRow[];
  readonly cases: readonly CaseRow[];
  readonly holds: readonly HoldFacts[];
  /** Not undone. */
  readonly promises: readonly PromiseFacts[];
  readonly arrangements: readonly ArrangementFacts[];
  /** Not undone. */
  readonly disclosures: readonly DisclosureFacts[];
  /** Of these people over all their tenancies; not undone; oldest first. */
  readonly attempts: readonly AttemptFacts[];
  readonly tasks: readonly TaskRow[];
  readonly visits: readonly VisitFacts[];
  readonly letters: readonly LetterRow[];
  readonly referrals: readonly ReferralRow[];
  readonly objectedToSharingOn: Day | null;
  /** Days on which a consultant wrote down what happens now. */
  readonly reviews: readonly Day[];
}

export interface TenancyRow {
  readonly id: number;
  readonly kind: UnitKind;
  readonly buildingId: number | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly directDebit?: boolean;
  /** Gross monthly rents, dated, oldest first. */
  readonly rents: readonly { readonly fromDay: Day; readonly gross: Cents }[];
}

/** Problems with the data that this room opens or reads; others at the door are the desk's. */
export type ProblemKind =
  | "no-phone"
  | "no-building"
  | "no-rent"
  | "no-tenant"
  | "number-dead"
  | "balance-differs"
  | "contradictory"
  | "deceased-unverified"
  | "moved";

export interface LegalStepRow {
  readonly kind: string;
  readonly day: Day;
  readonly endedOn: Day | null;
}

export interface CaseRow {
  readonly id: number;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly closedReason: "cured" | "departed" | "deceased" | null;
  /** Earlier closings that a new flag undid, oldest first. */
  readonly reopened: readonly { readonly closedOn: Day; readonly reopenedOn: Day }[];
}

export interface TaskRow {
  readonly id: number;
  readonly caseId: number;
  readonly round: number;
  readonly ordinal: number;
  readonly givenOn: Day;
  readonly rings: readonly { readonly day: Day; readonly result: CaretakerResult }[];
  readonly cardLeftOn: Day | null;
  readonly closedOn: Day | null;
  readonly closedReason: string | null;
}

export interface LetterRow {
  readonly id: number;
  readonly caseId: number;
  readonly ordinal: number;
  readonly askedOn: Day;
  readonly sentOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly withdrawnOn: Day | null;
}

export interface ReferralRow {
  readonly id: number;
  readonly caseId: number;
  readonly ordinal: number;
  readonly askedOn: Day;
  readonly reportedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly result: "help-accepted" | "help-refused" | "not-reached" | "known-already" | "other" | null;
  readonly withdrawnOn: Day | null;
}

/** Wider than any policy's term for reopening, so that the loader never decides it. */
export const REOPENS_DAYS = 90;
const MONTHS_WANTED = 8;

/**
 * From which day on the ladder may ask for an entry: the last months, all those since a case that is open or may reopen
 * began; and the whole account where something was ever agreed. Null: all of it.
 */
export function entriesSince(rows: Pick<Dossier, "cases" | "promises" | "arrangements">, day: Day): Day | null {
  if (rows.promises.length > 0 || rows.arrangements.length > 0) return null;
  const recent = rows.cases.filter(({ closedOn }) => closedOn === null || closedOn >= addDays(day, -REOPENS_DAYS));
  const since = recent.map(({ openedOn }) => addMonths(monthOf(openedOn), -1));
  return firstDay([addMonths(monthOf(day), -MONTHS_WANTED), ...since].sort()[0] as Month);
}

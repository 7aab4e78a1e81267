import type { PartOfDay } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import type { AttemptFacts, CaretakerResult, DisclosureFacts, VisitFacts } from "@/lib/rules/facts";
import type { ReferralFacts } from "@/lib/rules/paper-facts";

/** What work on cases leaves behind, row for row. Each row is also the fact the ladder reads: one object, both uses. */
export interface CaseRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly openedOn: Day;
  closedOn: Day | null;
  closedReason: "cured" | "departed" | "deceased" | null;
  reopenedAt: Date | null;
  readonly recordedAt: Date;
  closedAt: Date | null;
  /** Not a column: the reopenings, which have their own table. */
  readonly reopened: { closedOn: Day; reopenedOn: Day }[];
}

export interface ReopeningRow {
  readonly id: number;
  readonly caseId: number;
  readonly closedOn: Day;
  readonly reopenedOn: Day;
  readonly recordedAt: Date;
}

export interface AttemptRow extends Omit<AttemptFacts, "outcome"> {
  readonly id: number;
  readonly caseId: number | null;
  outcome: AttemptFacts["outcome"];
  readonly at: Date;
  readonly spokeWith: "tenant" | "co-tenant" | "representative" | "contact" | "other" | null;
  readonly note: string | null;
  readonly messageId: number | null;
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface DisclosureRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly attemptId: number | null;
  readonly kind: DisclosureFacts["kind"];
  readonly saidOn: Day;
  readonly until: Day | null;
  readonly detail: string | null;
  resolvedOn: Day | null;
  resolution: "found" | "not-found" | null;
  resolvedAt: Date | null;
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface MessageRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly personId: number;
  readonly channel: "sms";
  readonly recipient: string;
  readonly body: string;
  status: "queued" | "sent" | "delivered" | "undelivered";
  readonly reference: string;
  readonly providerId: string | null;
  readonly staffId: number | null;
  readonly createdAt: Date;
  claimedAt: Date | null;
  statusAt: Date | null;
}

export interface PromiseRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly attemptId: number | null;
  readonly madeOn: Day;
  readonly promisedOn: Day;
  readonly amount: Cents;
  readonly incomeDay: boolean;
  withdrawnOn: Day | null;
  withdrawnAt: Date | null;
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface ArrangementRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly agreedOn: Day;
  readonly startsOn: Day;
  readonly total: Cents;
  endedOn: Day | null;
  endReason: "completed" | "broken" | "cured" | "withdrawn" | null;
  endedAt: Date | null;
  readonly staffId: number | null;
  readonly recordedAt: Date;
  readonly instalments: readonly { readonly dueOn: Day; readonly amount: Cents }[];
}

export interface HoldRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly reason: "dispute" | "help-running" | "allowance-pending" | "deceased" | "other";
  readonly note: string | null;
  readonly from: Day;
  readonly reviewOn: Day;
  endedOn: Day | null;
  endedAt: Date | null;
  readonly staffId: number | null;
  readonly recordedAt: Date;
  readonly charges: readonly string[];
}

export interface TaskRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number;
  readonly round: number;
  readonly ordinal: number;
  readonly buildingId: number;
  readonly givenOn: Day;
  readonly dueOn: Day;
  closedOn: Day | null;
  closedAt: Date | null;
  closedReason: string | null;
  readonly recordedAt: Date;
  readonly rings: RingRow[];
  cardLeftOn: Day | null;
}

export interface RingRow {
  readonly id: number;
  readonly taskId: number;
  readonly day: Day;
  readonly at: Date;
  readonly result: CaretakerResult;
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface CardRow {
  readonly id: number;
  readonly taskId: number;
  readonly tenancyId: number;
  readonly caseId: number;
  readonly round: number;
  readonly code: string;
  leftOn: Day | null;
  calledBackOn: Day | null;
  readonly recordedAt: Date;
}

export interface VisitRow extends Omit<VisitFacts, "plannedFor" | "part" | "doneOn" | "outcome" | "withdrawnOn"> {
  readonly tenancyId: number;
  readonly visitBefore: Day | null;
  plannedFor: Day | null;
  part: PartOfDay | null;
  announcedBy: string | null;
  byTwo: boolean;
  staffId: number | null;
  doneOn: Day | null;
  doneAt: Date | null;
  outcome: VisitFacts["outcome"];
  seen: string[];
  agreed: string[];
  note: string | null;
  withdrawnOn: Day | null;
  withdrawnAt: Date | null;
  withdrawnFor: string | null;
  readonly recordedAt: Date;
  plannedAt: Date | null;
}

export interface LetterRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number;
  readonly kind: "written-reminder";
  readonly ordinal: number;
  readonly askedOn: Day;
  sentOn: Day | null;
  deliveredOn: Day | null;
  withdrawnOn: Day | null;
  staffId: number | null;
  readonly recordedAt: Date;
  sentAt: Date | null;
}

export interface ReferralRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number;
  readonly ordinal: number;
  readonly askedOn: Day;
  reportedOn: Day | null;
  reportedAt: Date | null;
  amountCents: Cents | null;
  warmHandover: boolean;
  receipt: string | null;
  answeredOn: Day | null;
  answeredAt: Date | null;
  result: ReferralFacts["result"];
  withdrawnOn: Day | null;
  staffId: number | null;
  readonly recordedAt: Date;
}

export interface ObjectionRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly objectedOn: Day;
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface LegalRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly kind: string;
  readonly day: Day;
  endedOn: Day | null;
  endedAt: Date | null;
  readonly detail: string | null;
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface EvictionRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly carriedOutOn: Day;
  readonly reason: "arrears";
  readonly household: "single" | "couple";
  readonly staffId: number | null;
  readonly recordedAt: Date;
}

export interface NoteRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly text: string;
  readonly staffId: number;
  readonly at: Date;
}

export interface ProblemRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly kind: string;
  readonly since: Day;
  endedOn: Day | null;
  readonly recordedAt: Date;
}

export interface AssessmentRow {
  readonly id: number;
  readonly tenancyId: number;
  readonly caseId: number | null;
  readonly runId: number | null;
  readonly day: Day;
  readonly knownAt: Date;
  readonly flagged: boolean;
  readonly contactStep: string;
  readonly dutyStep: string;
  /** Canonical JSON. */
  readonly answer: string;
  readonly overdueCents: Cents;
  readonly monthsBehind: number;
  readonly monthsInArrears: number;
  readonly reassessOn: Day | null;
  readonly recordedAt: Date;
}

export interface RunRow {
  readonly id: number;
  readonly day: Day;
  readonly knownAt: Date;
  assessed: number;
  stored: number;
  opened: number;
  closed: number;
}

export interface AuditRow {
  readonly id: number;
  readonly at: Date;
  readonly staffId: number | null;
  readonly action: string;
  readonly tenancyId: number | null;
  readonly detail: string;
}

import type {
  ArrangementRow,
  AssessmentRow,
  AttemptRow,
  AuditRow,
  CardRow,
  CaseRow,
  DisclosureRow,
  EvictionRow,
  HoldRow,
  LegalRow,
  LetterRow,
  MessageRow,
  NoteRow,
  ObjectionRow,
  ProblemRow,
  PromiseRow,
  ReferralRow,
  ReopeningRow,
  RingRow,
  RunRow,
  TaskRow,
  VisitRow,
} from "./paper-rows";

/** All of it, by table. */
export class Papers {
  readonly cases: CaseRow[] = [];
  readonly reopenings: ReopeningRow[] = [];
  readonly attempts: AttemptRow[] = [];
  readonly disclosures: DisclosureRow[] = [];
  readonly messages: MessageRow[] = [];
  readonly promises: PromiseRow[] = [];
  readonly arrangements: ArrangementRow[] = [];
  readonly holds: HoldRow[] = [];
  readonly tasks: TaskRow[] = [];
  readonly rings: RingRow[] = [];
  readonly cards: CardRow[] = [];
  readonly visits: VisitRow[] = [];
  readonly letters: LetterRow[] = [];
  readonly referrals: ReferralRow[] = [];
  readonly objections: ObjectionRow[] = [];
  readonly legal: LegalRow[] = [];
  readonly evictions: EvictionRow[] = [];
  readonly notes: NoteRow[] = [];
  readonly problems: ProblemRow[] = [];
  readonly assessments: AssessmentRow[] = [];
  readonly runs: RunRow[] = [];
  readonly audit: AuditRow[] = [];

  add<Row extends { readonly id: number }>(table: Row[], row: Omit<Row, "id">): Row {
    const kept = { id: table.length + 1, ...row } as Row;
    table.push(kept);
    return kept;
  }
}

/** The instalments of all arrangements, each its own row. */
export function instalmentRows(arrangements: readonly ArrangementRow[]) {
  let id = 0;
  return arrangements.flatMap((row) =>
    row.instalments.map((each, index) => ({
      id: ++id,
      arrangementId: row.id,
      ordinal: index + 1,
      dueOn: each.dueOn,
      amountCents: each.amount,
    })),
  );
}

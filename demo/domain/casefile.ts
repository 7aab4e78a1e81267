import type { Day } from "@/lib/kernel/day";
import type { Assessment } from "@/lib/rules/answer";
import type { Home } from "./home";
import type {
  ArrangementRow,
  AttemptRow,
  CaseRow,
  DisclosureRow,
  HoldRow,
  LegalRow,
  LetterRow,
  ObjectionRow,
  ProblemRow,
  PromiseRow,
  ReferralRow,
  TaskRow,
  VisitRow,
} from "./paper-rows";

/** The papers of one tenancy, kept in memory in the shape the ladder reads. */
export class CaseFile {
  readonly cases: CaseRow[] = [];
  readonly holds: HoldRow[] = [];
  readonly promises: PromiseRow[] = [];
  readonly arrangements: ArrangementRow[] = [];
  readonly disclosures: DisclosureRow[] = [];
  readonly tasks: TaskRow[] = [];
  readonly visits: VisitRow[] = [];
  readonly letters: LetterRow[] = [];
  readonly referrals: ReferralRow[] = [];
  readonly objections: ObjectionRow[] = [];
  readonly legal: LegalRow[] = [];
  readonly problems: ProblemRow[] = [];
  readonly reviews: Day[] = [];
  /** The last answer that was kept, and its text. */
  answer: Assessment | null = null;
  answerText = "";
  /** A fact came in since the last look. */
  changed = true;
  /** The last day on which the rules asked for work. */
  askedOn: Day | null = null;

  constructor(
    readonly home: Home,
    /** Shared by home and garage: contacts are with people. */
    readonly attempts: AttemptRow[],
  ) {}

  get openCase(): CaseRow | null {
    const last = this.cases.at(-1);
    return last && last.closedOn === null ? last : null;
  }
}

import type { ThresholdName } from "./policy";

/** Who does what a step asks for. */
export type StepRole = "finance" | "consultant" | "caretaker";
/** The part of the work list a case lies in while the step is its answer. */
export type StepTab = "problems" | "legal" | "today" | "visits" | "caretaker" | "agreements" | "waiting";
/** Work the run creates for a step, unique per case, round and ordinal. */
export type StepTask = "caretaker" | "visit" | "letter" | "referral";
/** Why all open work of a case is called off under a step. */
export type StopReason = "deceased" | "departed" | "cured" | "legal" | "hold";

/** All that is known about one step of a ladder, apart from when it matches (its own file) and its words (`steps.*`). */
export interface StepRow {
  /** Asks somebody to do something now; under all others nobody does, and the reason says why. */
  readonly acts: boolean;
  /** Whose work a rehearsal counts it as. */
  readonly role: StepRole | null;
  readonly tab: StepTab;
  /** In the work list only after doors under way: a loose end, not the work of the day. */
  readonly afterDoors?: true;
  /** A telephone call of finance. */
  readonly call?: true;
  /** Comes back on a day of the consultant's choice; until then nobody is asked. */
  readonly comesBack?: true;
  /** What the run creates under it. It lives only as long as the answer asks for it. */
  readonly task?: StepTask;
  /** For a visit: what it is for. */
  readonly purpose?: "payment-problem" | "unreached";
  /** All open work of the case is called off, for this reason. */
  readonly stops?: StopReason;
  /** An agreement runs: what was asked before it is called off as agreed. */
  readonly agreed?: true;
  /** Comes after the caretaker: a ring nobody got round to counts as tried. */
  readonly afterCaretaker?: true;
  /** Somebody works on these people now: a garage follows its home. */
  readonly worked?: true;
  /** Everything above is used up: always matches, and is not told beside another answer. */
  readonly last?: true;
  /** The one clear button of the case: its words (`casepage.button.*`) and the form it opens. */
  readonly button?: { readonly words: string; readonly form: string };
  /** Values of the policy that this step's passage holds; each stands in one passage. */
  readonly thresholds: readonly ThresholdName[];
}

const waits = (thresholds: readonly ThresholdName[] = []) => ({ acts: false, role: null, tab: "waiting", thresholds }) as const;
const asks = (role: StepRole | null, tab: StepTab, thresholds: readonly ThresholdName[] = []) =>
  ({ acts: true, role, tab, thresholds }) as const;

/** What person does what now. The first row that matches is the answer; the order is the policy. */
export const CONTACT = {
  departed: { ...waits(), stops: "departed" },
  deceased: { ...asks("consultant", "visits", ["bereavementDays", "deathCheckDays"]), stops: "deceased", comesBack: true },
  cured: { ...waits(["smallAmount", "provisionalDebitDays"]), stops: "cured" },
  "check-data": asks("finance", "problems", ["dataProblemWorkingDays"]),
  "legal-running": { ...asks(null, "legal"), stops: "legal", comesBack: true },
  hold: { ...waits(["holdMaxDays"]), stops: "hold" },
  "wait-for-bank": waits(["alreadyPaidWorkingDays"]),
  "promise-pending": {
    ...waits(["promiseMaxDays", "promiseIncomeDayMaxDays", "promiseToleranceWorkingDays", "promisesBrokenMax"]),
    tab: "agreements",
    agreed: true,
  },
  "arrangement-kept": {
    ...waits(["instalmentTolerance", "instalmentToleranceWorkingDays"]),
    tab: "agreements",
    agreed: true,
  },
  watch: waits(),
  "wait-for-habit": waits(["habitMonths", "habitOutOf", "habitExtraWorkingDays", "habitBelowMonths"]),
  "payment-problem": {
    ...asks("consultant", "visits", ["seriousMonths", "visitWithinWorkingDays", "visitAgainDays"]),
    task: "visit",
    purpose: "payment-problem",
    worked: true,
  },
  "wait-for-contact": {
    ...waits([
      "smsWaitWorkingDays",
      "caretakerWaitWorkingDays",
      "cardWaitWorkingDays",
      "spokenWaitWorkingDays",
      "secondVisitAfterWorkingDays",
      "missedFollowUpWorkingDays",
      "contactCap",
      "contactCapDays",
    ]),
    worked: true,
  },
  call: {
    ...asks("finance", "today", ["callsUnanswered", "callsUnansweredLandlineOnly", "missedCallsPerDay"]),
    call: true,
    worked: true,
  },
  sms: { ...asks("finance", "today"), worked: true, button: { words: "sms", form: "sms" } },
  caretaker: { ...asks("caretaker", "caretaker"), task: "caretaker", worked: true },
  "callback-card": { ...asks("caretaker", "caretaker"), task: "caretaker", worked: true },
  "call-again": { ...asks("finance", "today"), call: true, afterCaretaker: true, worked: true },
  "visit-unreached": {
    ...asks("consultant", "visits", ["visitsUnreached"]),
    task: "visit",
    purpose: "unreached",
    afterCaretaker: true,
    worked: true,
  },
  "follow-up": { ...asks("finance", "today", ["followUps", "followUpsLater"]), call: true, worked: true },
  "propose-legal": {
    ...asks("consultant", "legal", ["proposalMonths", "proposalDecisionDays"]),
    afterCaretaker: true,
    worked: true,
    button: { words: "legal", form: "juridisch" },
  },
  "consultant-review": {
    ...asks("consultant", "today", ["reviewDays", "reviewLaterDays"]),
    comesBack: true,
    afterCaretaker: true,
    worked: true,
    last: true,
    button: { words: "askVisit", form: "bezoek" },
  },
} as const satisfies Record<string, StepRow>;

/** What law and covenant ask for, running beside the contact. */
export const DUTY = {
  "no-duty": waits(),
  paused: waits(),
  "written-reminder": {
    ...asks("finance", "today", ["letterDays"]),
    task: "letter",
    button: { words: "letter", form: "brief" },
  },
  "wait-for-answer": waits(["letterDeliveryWorkingDays", "letterAnswerDays"]),
  objection: waits(),
  "missing-effort": { ...asks("finance", "today"), afterDoors: true },
  refer: {
    ...asks("finance", "today", ["reportDays", "reportAgainDays"]),
    task: "referral",
    button: { words: "report", form: "melden" },
  },
  "wait-for-municipality": waits(["municipalityDays"]),
  answered: waits(),
  "not-yet": { ...waits(), last: true },
} as const satisfies Record<string, StepRow>;

export type ContactStep = keyof typeof CONTACT;
export type DutyStep = keyof typeof DUTY;
type Step = ContactStep | DutyStep;

export const CONTACT_STEPS = Object.keys(CONTACT) as ContactStep[];
export const DUTY_STEPS = Object.keys(DUTY) as DutyStep[];

const ALL: Readonly<Record<string, StepRow>> = { ...CONTACT, ...DUTY };
/** What is known about a step. No step has the same name in both ladders. */
export const stepRow = (step: Step): StepRow => ALL[step] as StepRow;

/** Does this word of the work list (a step, or one of the list's own words) ask finance to ring them up? */
export const isCall = (step: string | null | undefined): boolean => step != null && ALL[step]?.call === true;

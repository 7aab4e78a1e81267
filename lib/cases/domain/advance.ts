import { addWorkingDays } from "../../kernel/calendar";
import { type Day, daysBetween } from "../../kernel/day";
import type { Assessment } from "../../rules/answer";
import { askedFor } from "../../rules/assess";
import type { Facts, VisitFacts } from "../../rules/facts";
import type { Policy } from "../../rules/policy";
import { type ContactStep, type DutyStep, type StepTask, type StopReason, stepRow } from "../../rules/steps";
import type { CaseRow, Dossier, ProblemKind } from "./dossier";
import { hasNoTenant } from "./facts";

/** Work the ladder asks for. `ordinal` counts within the case and round, so that the same work is never asked twice. */
export type NewTask =
  /** The caretaker rings; the card of this round belongs to the task. */
  | {
      readonly kind: "caretaker";
      readonly round: number;
      readonly ordinal: number;
      readonly buildingId: number;
      readonly dueOn: Day;
    }
  | {
      readonly kind: "visit";
      readonly round: number;
      readonly ordinal: number;
      readonly purpose: "payment-problem" | "unreached";
      readonly visitBefore: Day;
    }
  | { readonly kind: "letter"; readonly ordinal: number }
  | { readonly kind: "referral"; readonly ordinal: number };

export type WithdrawnFor = StopReason | "reached" | "agreed" | "representative" | "objection" | "not-asked" | "expired";
export interface Withdrawal {
  readonly kind: StepTask;
  readonly id: number;
  readonly because: WithdrawnFor;
}

export type CaseChange =
  | { readonly kind: "open" }
  | { readonly kind: "reopen"; readonly caseId: number; readonly closedOn: Day }
  | { readonly kind: "close"; readonly caseId: number; readonly reason: "cured" | "departed" | "deceased" };

/** What an assessment changes about a case: nothing here is sent, reported or made legal. */
export interface Changes {
  readonly caseChange: CaseChange | null;
  readonly create: readonly NewTask[];
  readonly withdraw: readonly Withdrawal[];
  /** Arrangements that end with the cure; that a promise ended with it follows from the closing itself. */
  readonly endArrangements: readonly number[];
  readonly problems: { readonly found: readonly ProblemKind[]; readonly gone: readonly ProblemKind[] };
}

/** Decides what the answer of the rules changes: the case, its tasks, the agreements that end and the data problems. */
export function advance(
  dossier: Dossier,
  facts: Facts,
  assessment: Assessment,
  policy: Policy,
  caseChange: CaseChange | null = changeOfCase(dossier.cases, facts, assessment, policy),
): Changes {
  const open = openCase(dossier.cases);
  const current = caseChange?.kind === "reopen" ? caseChange.caseId : caseChange?.kind === "open" ? null : (open?.id ?? null);
  const closing = caseChange?.kind === "close";
  const inCase = caseChange?.kind === "open" || (current !== null && !closing);
  const ended = closing && caseChange.reason === "cured";
  return {
    caseChange,
    create: inCase ? newTasks(dossier, facts, assessment, policy, current) : [],
    withdraw: withdrawals(dossier, facts, assessment, policy, closing ? caseChange.reason : null),
    endArrangements: ended ? facts.arrangements.filter(({ endedOn }) => endedOn === null).map(({ id }) => id) : [],
    problems: problems(dossier, facts, assessment.contact.step),
  };
}

const openCase = (cases: readonly CaseRow[]): CaseRow | null => cases.find((row) => row.closedOn === null) ?? null;

/** Opens with the flag, reopens a case cured a short while ago, closes on cure, departure, or death without debt. */
export function changeOfCase(cases: readonly CaseRow[], facts: Facts, assessment: Assessment, policy: Policy): CaseChange | null {
  const open = openCase(cases);
  const step = assessment.contact.step;
  if (open) {
    if (step === "cured" || step === "departed") return { kind: "close", caseId: open.id, reason: step };
    if (step === "deceased" && facts.position.overdue <= policy.smallAmount)
      return { kind: "close", caseId: open.id, reason: "deceased" };
    return null;
  }
  if (!assessment.flagged || step === "cured" || step === "departed") return null;
  const before = cases.findLast(
    (row) => row.closedOn !== null && row.closedReason === "cured" && daysBetween(row.closedOn, facts.day) <= policy.reopenDays,
  );
  return before?.closedOn ? { kind: "reopen", caseId: before.id, closedOn: before.closedOn } : { kind: "open" };
}

/** @param caseId null for a case that opens now, in which nothing was asked yet */
function newTasks(dossier: Dossier, facts: Facts, assessment: Assessment, policy: Policy, caseId: number | null): NewTask[] {
  const round = assessment.round?.ordinal ?? 1;
  const contact = contactTask(dossier, facts, assessment.contact.step, policy, caseId, round);
  const duty = dutyTask(dossier, assessment.duty.step, caseId);
  return [contact, duty].filter((task) => task !== null);
}

function contactTask(
  dossier: Dossier,
  facts: Facts,
  step: ContactStep,
  policy: Policy,
  caseId: number | null,
  round: number,
): NewTask | null {
  const within = (days: number) => addWorkingDays(facts.day, days, facts.closedDays);
  const { task, purpose } = stepRow(step);
  if (task === "caretaker") {
    const buildingId = dossier.tenancy.buildingId;
    const asked = dossier.tasks.filter((one) => one.caseId === caseId && one.round === round);
    // A card that still has to go into the letterbox after the task was closed is a walk of its own.
    if (buildingId === null || asked.some((one) => one.closedOn === null)) return null;
    if (step === "caretaker" && asked.some((one) => one.closedReason !== "withdrawn")) return null;
    const wait = step === "caretaker" ? policy.caretakerWaitWorkingDays : policy.cardWaitWorkingDays;
    return { kind: "caretaker", round, ordinal: next(asked), buildingId, dueOn: within(wait) };
  }
  if (task !== "visit" || purpose === undefined) return null;
  const visits = dossier.visits.filter((visit) => visit.caseId === caseId);
  if (visits.some(isOpenVisit)) return null;
  const asked = visits.filter((visit) => visit.round === round && visit.purpose === purpose);
  return { kind: "visit", round, ordinal: next(asked), purpose, visitBefore: within(policy.visitWithinWorkingDays) };
}

function dutyTask(dossier: Dossier, step: DutyStep, caseId: number | null): NewTask | null {
  const { task } = stepRow(step);
  if (task === "letter") {
    const letters = dossier.letters.filter((letter) => letter.caseId === caseId);
    return letters.some((letter) => letter.withdrawnOn === null && letter.sentOn === null)
      ? null
      : { kind: "letter", ordinal: next(letters) };
  }
  if (task === "referral") {
    const referrals = dossier.referrals.filter((referral) => referral.caseId === caseId);
    return referrals.some((one) => one.withdrawnOn === null && one.reportedOn === null)
      ? null
      : { kind: "referral", ordinal: next(referrals) };
  }
  return null;
}

const next = (asked: readonly { readonly ordinal: number }[]): number => Math.max(0, ...asked.map((row) => row.ordinal)) + 1;
const isOpenVisit = (visit: VisitFacts) => visit.doneOn === null && visit.withdrawnOn === null;

/**
 * Work under way that is not asked for any more, with the reason. A task lives only as long as it is asked for: without it, and with
 * nothing else under way, the answer would be the row that made it.
 */
export function withdrawals(
  dossier: Pick<Dossier, "tasks" | "visits" | "letters" | "referrals">,
  facts: Facts,
  assessment: Assessment,
  policy: Policy,
  closing: "cured" | "departed" | "deceased" | null,
): Withdrawal[] {
  const step = stepRow(assessment.contact.step);
  const stop = closing ?? step.stops ?? null;
  const because = stop ?? reasonNow(facts, assessment);
  const asked = (without: Partial<Facts>) => askedFor({ ...facts, ...without }, policy);
  const found: Withdrawal[] = [];
  for (const { id } of dossier.tasks.filter((task) => task.closedOn === null)) {
    const still =
      stop === null && makes("caretaker", asked({ caretakerTasks: facts.caretakerTasks.filter((one) => one.id !== id) }).contact);
    if (!still) found.push({ kind: "caretaker", id, because });
    else if (step.afterCaretaker) found.push({ kind: "caretaker", id, because: "expired" });
  }
  for (const visit of dossier.visits.filter(isOpenVisit)) {
    // A person's own plan is theirs to call off, unless everything stops; a visit to the next of kin is for after a death.
    const ofLadder = visit.purpose === "payment-problem" || visit.purpose === "unreached";
    if (visit.purpose === "deceased" || (!ofLadder && stop === null)) continue;
    const still = stop === null && makes("visit", asked({ visits: facts.visits.filter((one) => one.id !== visit.id) }).contact);
    if (!still) found.push({ kind: "visit", id: visit.id, because });
  }
  const letters = dossier.letters.filter((letter) => letter.sentOn === null && letter.withdrawnOn === null);
  const referrals = dossier.referrals.filter((one) => one.reportedOn === null && one.withdrawnOn === null);
  if (letters.length === 0 && referrals.length === 0) return found;
  const duty = stop === null ? asked({}).duty : null;
  const paper = duty === "objection" ? "objection" : because;
  if (duty === null || !makes("letter", duty)) found.push(...rows("letter", paper, letters));
  if (duty === null || !makes("referral", duty)) found.push(...rows("referral", paper, referrals));
  return found;
}

const makes = (task: StepTask, step: ContactStep | DutyStep): boolean => stepRow(step).task === task;

/** Why something is not asked for any more, when nothing stopped it altogether. */
function reasonNow(facts: Facts, { contact, duty, round }: Assessment): WithdrawnFor {
  if (stepRow(contact.step).agreed) return "agreed";
  if (facts.people.some((one) => one.role === "representative")) return "representative";
  if (round?.reached) return "reached";
  return duty.step === "paused" ? "agreed" : "not-asked";
}

const rows = (kind: Withdrawal["kind"], because: WithdrawnFor, open: readonly { readonly id: number }[]): Withdrawal[] =>
  open.map(({ id }) => ({ kind, id, because }));

/** Data problems that the facts themselves show, as long as there is something to collect. Those found by intake are opened and closed there. */
function problems(dossier: Dossier, facts: Facts, step: ContactStep): Changes["problems"] {
  const matters = step !== "cured" && step !== "departed";
  const usable = facts.phones.some((phone) => phone.kind !== "unusable" && phone.quality !== "dead");
  const holds: Readonly<Partial<Record<ProblemKind, boolean>>> = {
    "no-phone": !usable && !facts.phones.some((phone) => phone.quality === "dead"),
    "number-dead": !usable && facts.phones.some((phone) => phone.quality === "dead"),
    "no-building": dossier.tenancy.buildingId === null && facts.tenancy.kind === "home",
    "no-rent": facts.tenancy.monthlyRent === null || facts.tenancy.monthlyRent === 0n,
    "no-tenant": hasNoTenant(dossier.people),
  };
  const known = new Set(dossier.problems.map((problem) => problem.kind));
  const kinds = Object.keys(holds) as ProblemKind[];
  return {
    found: kinds.filter((kind) => matters && holds[kind] && !known.has(kind)),
    gone: kinds.filter((kind) => !(matters && holds[kind]) && known.has(kind)),
  };
}

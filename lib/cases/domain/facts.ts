import { type ClosedDays, type PartOfDay, previousBankDay } from "../../kernel/calendar";
import { addDays, type Day, firstDay, monthOf } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import { allocate } from "../../ledger/domain/allocate";
import type { Allocation } from "../../ledger/domain/allocation";
import { HELD_DAYS } from "../../ledger/domain/impute";
import { overdueCharges, spansOf } from "../../ledger/domain/position";
import { receiptsPerDay, rentCharged, rentMonths } from "../../ledger/domain/receipts";
import { endsLegal, LEGAL_RUNNING, type RunningLegalStep } from "../../legal/domain";
import type { CaseFacts, Facts } from "../../rules/facts";
import { type CaseRow, type Dossier, type LegalStepRow, REOPENS_DAYS, type TaskRow } from "./dossier";

/** The moment facts are gathered for, and what lies outside the one tenancy. */
export interface At {
  readonly day: Day;
  readonly part: PartOfDay;
  readonly closedDays: ClosedDays;
  /** Whether somebody contacts the same people about another tenancy on this day (`isWorkedOn`); unknown ones are not. */
  readonly sibling: (tenancyId: number) => boolean | undefined;
}

/** Rows of one tenancy → what the ladder may know. Pure: the nightly run, the desk and the demo share it. */
export function factsFrom(dossier: Dossier, at: At): Facts {
  const { day } = at;
  const monthlyRent = rentOn(dossier, day);
  const arrangements = closedToday(dossier, day)
    ? dossier.arrangements.map((a) => (a.endedOn === day ? { ...a, endedOn: null } : a))
    : dossier.arrangements;
  return {
    day,
    part: at.part,
    closedDays: at.closedDays,
    tenancy: {
      id: dossier.tenancy.id,
      kind: dossier.tenancy.kind,
      startsOn: dossier.tenancy.startsOn,
      endsOn: dossier.tenancy.endsOn,
      monthlyRent,
      ...(dossier.tenancy.directDebit ? { directDebit: true } : {}),
    },
    ...ofLedger({ ...dossier, arrangements }, day, caseSince(dossier, day)),
    people: dossier.people,
    phones: dossier.phones,
    siblings: dossier.siblings.map((sibling) => ({
      ...sibling,
      worked: at.sibling(sibling.tenancyId) ?? false,
    })),
    caretakerPresent: dossier.caretakerPresent,
    bank: { completeThrough: dossier.bankCompleteThrough, expectedThrough: previousBankDay(day) },
    maybePaid: dossier.maybePaid,
    dataProblems: dataProblems(dossier, day, monthlyRent),
    legal: legalNow(dossier.legalSteps, day),
    legalProposals: legalProposals(dossier.legalSteps),
    cases: dossier.cases.map((row) => caseFacts(row, day)),
    ...heardOf(dossier),
    holds: dossier.holds,
    promises: dossier.promises,
    arrangements,
    disclosures: dossier.disclosures,
    attempts: dossier.attempts,
    caretakerTasks: dossier.tasks.filter((task) => !isThisDaysAnswer(task, day)).map(taskFacts),
    visits: dossier.visits.filter(
      (visit) => !justAsked(visit, visit.plannedFor ?? visit.doneOn, day) || visit.purpose === "own-plan",
    ),
    letters: dossier.letters
      .filter((letter) => letter.withdrawnOn === null && !justAsked(letter, letter.sentOn, day))
      .map(({ caseId, askedOn, sentOn, deliveredOn }) => ({ caseId, askedOn, sentOn, deliveredOn })),
    referrals: dossier.referrals
      .filter((referral) => referral.withdrawnOn === null && !justAsked(referral, referral.reportedOn, day))
      .map(({ caseId, askedOn, reportedOn, answeredOn, result }) => ({ caseId, askedOn, reportedOn, answeredOn, result })),
    objectedToSharingOn: dossier.objectedToSharingOn,
    reviews: dossier.reviews,
  };
}

type LedgerFacts = Pick<Facts, "position" | "overdue" | "spans" | "rentMonths" | "receipts" | "rentCharged">;
type LedgerRows = Pick<Dossier, "entries" | "designations" | "opening" | "promises" | "arrangements">;

/** The part of the facts that the rent account gives. @param since when the case that matters began; null when there is none */
export function ofLedger(rows: LedgerRows, day: Day, since: Day | null): LedgerFacts {
  const allocation = allocate(rows, day);
  const from = lookedAtSince(rows, allocation);
  return {
    position: { ...allocation.position, nextDueOn: nextDue(allocation), releasedOn: nextRelease(allocation) },
    overdue: overdueCharges(allocation.charges, day),
    spans: spansOf(
      allocation,
      spansSince(day, since, allocation.position.debtSince && addDays(allocation.position.debtSince, -2)),
    ),
    rentMonths: rentMonths(allocation, undefined, since),
    receipts: receiptsPerDay(allocation, from),
    rentCharged: rentCharged(allocation, from),
  };
}

/** How far back what was open matters: to the case, to the debt of today, and at least as far as the oldest amount is looked at. */
const SPAN_DAYS = 120;
const spansSince = (day: Day, ...since: (Day | null)[]): Day =>
  since.reduce<Day>((first, one) => (one !== null && one < first ? one : first), addDays(day, -SPAN_DAYS));

/** Heard and not checked yet: they died, or moved. */
function heardOf({ problems }: Dossier): Pick<Facts, "heard"> {
  const heard = (kind: string) => problems.some((one) => one.kind === kind);
  const [died, moved] = [heard("deceased-unverified"), heard("moved")];
  return died || moved ? { heard: { died, moved } } : {};
}

/**
 * Since when rent and receipts matter, however long ago: a month that is open is measured by its own rent, and an
 * agreement by all that came in since. Otherwise an answer would change because a window moved on, without a fact.
 */
function lookedAtSince(rows: LedgerRows, { position }: Allocation): Day | null {
  const days = [
    ...rows.promises.map((one) => one.madeOn),
    ...rows.arrangements.flatMap((one) => [one.agreedOn, one.startsOn]),
    ...(position.oldestOverdueDue === null ? [] : [firstDay(monthOf(position.oldestOverdueDue))]),
  ];
  return days.sort()[0] ?? null;
}

/**
 * A case that today's answer closed is seen as still open today, with the agreements that ended with it: asking again
 * on the same day gives the same answer.
 */
const caseFacts = ({ id, openedOn, closedOn, reopened }: CaseRow, day: Day): CaseFacts => ({
  id,
  openedOn,
  closedOn: closedOn === day ? null : closedOn,
  reopened,
});
const closedToday = (dossier: Dossier, day: Day) => dossier.cases.some((row) => row.closedOn === day);

/** Since when months matter to the rounds: the opening of the open case, or of one that may still reopen. */
function caseSince(dossier: Dossier, day: Day): Day | null {
  const recent = dossier.cases.filter(({ closedOn }) => closedOn === null || closedOn >= addDays(day, -REOPENS_DAYS));
  return recent.map((row) => row.openedOn).sort()[0] ?? null;
}

const nextDue = (allocation: Allocation): Day | null =>
  allocation.charges.reduce<Day | null>((next, { charge: { dueOn }, open }) => {
    return open > 0n && dueOn >= allocation.day && (next === null || dueOn < next) ? dueOn : next;
  }, null);

/** The first day on which money held for a charge that does not come is free. */
const nextRelease = (allocation: Allocation): Day | null =>
  allocation.receipts.reduce<Day | null>((next, { held, bookedOn }) => {
    const on = held > 0n ? addDays(bookedOn, HELD_DAYS) : null;
    return on !== null && (next === null || on < next) ? on : next;
  }, null);

/**
 * What the ladder asked for today and nobody has touched yet is today's answer, not a fact under way:
 * otherwise asking again on the same day would answer "wait" instead of the step itself.
 */
const justAsked = (row: { readonly askedOn: Day }, touched: Day | null, day: Day) => row.askedOn === day && touched === null;
const isThisDaysAnswer = (task: TaskRow, day: Day) =>
  task.givenOn === day && task.closedOn === null && task.rings.length === 0 && task.cardLeftOn === null;

const taskFacts = ({ id, caseId, round, givenOn, rings, cardLeftOn, closedOn, closedReason }: TaskRow) => ({
  id,
  caseId,
  round,
  givenOn,
  rings,
  cardLeftOn,
  closedOn,
  withdrawn: closedReason === "withdrawn",
});

/** The rent in force; before the first known rent that one, because a file often names only today's. */
function rentOn(dossier: Dossier, day: Day): Cents | null {
  const { rents } = dossier.tenancy;
  return (rents.findLast((rent) => rent.fromDay <= day) ?? rents[0])?.gross ?? null;
}

/** Whether nobody is known as tenant or co-tenant. */
export const hasNoTenant = (people: Dossier["people"]): boolean =>
  !people.some((person) => person.role === "tenant" || person.role === "co-tenant");

function dataProblems(dossier: Dossier, day: Day, monthlyRent: Cents | null): Facts["dataProblems"] {
  const blocking = dossier.problems.filter(({ kind }) => BLOCKING.has(kind));
  const since = blocking.map((problem) => problem.since).sort()[0];
  const found = monthlyRent === null || monthlyRent === 0n || hasNoTenant(dossier.people);
  return {
    contradictory: dossier.problems.some(({ kind }) => kind === "contradictory"),
    balanceDiffers: dossier.problems.some(({ kind }) => kind === "balance-differs") || null,
    since: since ?? (found ? day : null),
  };
}
const BLOCKING: ReadonlySet<string> = new Set(["no-rent", "no-tenant", "balance-differs", "contradictory"]);

function legalNow(steps: readonly LegalStepRow[], day: Day): Facts["legal"] {
  const running = steps
    .filter((step) => step.endedOn === null || step.endedOn > day)
    .filter((step) => !steps.some((end) => endsLegal(end.kind) && end.day >= step.day))
    .flatMap((step) => {
      const kind = LEGAL_RUNNING[step.kind as RunningLegalStep];
      return kind ? [{ kind, since: step.day }] : [];
    });
  return running.at(-1) ?? null;
}

function legalProposals(steps: readonly LegalStepRow[]): Facts["legalProposals"] {
  const decisions = steps.filter((step) => step.kind === "decision");
  return steps
    .filter((step) => step.kind === "proposal")
    .map((step) => ({ proposedOn: step.day, decidedOn: decisions.find((decision) => decision.day >= step.day)?.day ?? null }));
}

import { type Changes, type NewTask } from "@/lib/cases/domain/advance";
import { decide, isWorkedOn } from "@/lib/cases/domain/decide";
import type { At } from "@/lib/cases/domain/facts";
import { NO_CLOSED_DAYS, type PartOfDay } from "@/lib/kernel/calendar";
import { PERSONAL_CONTACT_1 as POLICY } from "@/lib/rules/policy";
import type { CaseFile } from "./casefile";
import { dossierOf, fileOf, siblingsOf } from "./casefiles";
import type { Home } from "./home";
import type { CaseRow, RunRow } from "./paper-rows";
import type { World } from "./world";

/** Asks the rules about one tenancy and writes down what that changes, as the run and the desk do it on the database. */
export function look(world: World, file: CaseFile, part: PartOfDay, run: RunRow | null): void {
  const at: At = {
    day: world.today,
    part,
    closedDays: NO_CLOSED_DAYS,
    sibling: (id) => siblingStanding(world, file.home, id, part),
  };
  const { facts, assessment, changes } = decide(dossierOf(world, file), at, POLICY);
  // Work asked for today is today's answer; tomorrow it is a fact under way.
  if (changes.create.length > 0) file.askedOn = world.today;
  file.changed = file.askedOn === world.today;
  const text = JSON.stringify(assessment);
  const before = file.openCase;
  apply(world, file, changes, run);
  if (run) run.assessed++;
  file.answer = assessment;
  // Kept anew when the answer or the amounts beside it differ, as the run does (cases/save-assessments).
  const { overdue, monthsBehind, monthsInArrears } = facts.position;
  const kept = `${text} ${overdue} ${monthsBehind} ${monthsInArrears}`;
  if (kept === file.answerText) return;
  file.answerText = kept;
  if (run) run.stored++;
  world.papers.add(world.papers.assessments, {
    tenancyId: file.home.id,
    caseId: (file.openCase ?? before)?.id ?? null,
    runId: run?.id ?? null,
    day: world.today,
    knownAt: world.moment,
    flagged: assessment.flagged,
    contactStep: assessment.contact.step,
    dutyStep: assessment.duty.step,
    answer: text,
    overdueCents: facts.position.overdue,
    monthsBehind: facts.position.monthsBehind,
    monthsInArrears: facts.position.monthsInArrears,
    reassessOn: assessment.reassessOn,
    recordedAt: world.moment,
  });
}

const QUIET = new Set(["cured", "deceased", "departed"]);

/** Who is looked at: who owes something overdue, has an open case, or whose last answer was not a quiet one. */
export function needs(world: World, { home, answer, openCase }: CaseFile): boolean {
  if (openCase !== null || (answer !== null && (answer.flagged || !QUIET.has(answer.contact.step)))) return true;
  return world.isOverdue(home);
}

function siblingStanding(world: World, home: Home, id: number, part: PartOfDay) {
  const sibling = siblingsOf(world, home).find((other) => other.id === id);
  return (
    sibling &&
    isWorkedOn(dossierOf(world, fileOf(world, sibling)), { day: world.today, part, closedDays: NO_CLOSED_DAYS }, POLICY)
  );
}

function apply(world: World, file: CaseFile, changes: Changes, run: RunRow | null): void {
  changeCase(world, file, changes, run);
  const current = file.openCase;
  if (current) for (const task of changes.create) create(world, file, current, task);
  for (const { kind, id, because } of changes.withdraw) withdraw(world, file, kind, id, because);
  for (const arrangement of file.arrangements) {
    if (!changes.endArrangements.includes(arrangement.id)) continue;
    arrangement.endedOn = world.today;
    arrangement.endReason = "cured";
    arrangement.endedAt = world.moment;
  }
  for (const kind of changes.problems.found) {
    file.problems.push(
      world.papers.add(world.papers.problems, {
        tenancyId: file.home.id,
        kind,
        since: world.today,
        endedOn: null,
        recordedAt: world.moment,
      }),
    );
  }
  for (const problem of file.problems) {
    if (problem.endedOn === null && (changes.problems.gone as readonly string[]).includes(problem.kind))
      problem.endedOn = world.today;
  }
}

function changeCase(world: World, file: CaseFile, { caseChange }: Changes, run: RunRow | null): void {
  if (caseChange === null) return;
  const { today, moment, papers } = world;
  if (caseChange.kind === "open") {
    if (run) run.opened++;
    file.cases.push(
      papers.add(papers.cases, {
        tenancyId: file.home.id,
        openedOn: today,
        closedOn: null,
        closedReason: null,
        reopenedAt: null,
        recordedAt: moment,
        closedAt: null,
        reopened: [],
      }),
    );
    return;
  }
  const row = file.cases.find((each) => each.id === caseChange.caseId);
  if (!row) return;
  if (caseChange.kind === "close") {
    if (run) run.closed++;
    row.closedOn = today;
    row.closedReason = caseChange.reason;
    row.closedAt = moment;
    return;
  }
  if (run) run.opened++;
  row.reopened.push({ closedOn: caseChange.closedOn, reopenedOn: today });
  papers.add(papers.reopenings, { caseId: row.id, closedOn: caseChange.closedOn, reopenedOn: today, recordedAt: moment });
  row.closedOn = null;
  row.closedReason = null;
  row.closedAt = null;
  row.reopenedAt = moment;
}

function create(world: World, file: CaseFile, current: CaseRow, task: NewTask): void {
  const { papers, today, moment } = world;
  const base = { tenancyId: file.home.id, caseId: current.id, recordedAt: moment };
  if (task.kind === "caretaker") {
    const { round, ordinal, buildingId, dueOn } = task;
    file.tasks.push(
      papers.add(papers.tasks, {
        ...base,
        round,
        ordinal,
        buildingId,
        givenOn: today,
        dueOn,
        closedOn: null,
        closedAt: null,
        closedReason: null,
        rings: [],
        cardLeftOn: null,
      }),
    );
  } else if (task.kind === "visit") {
    const { round, ordinal, purpose, visitBefore } = task;
    file.visits.push(
      papers.add(papers.visits, { ...base, round, ordinal, purpose, askedOn: today, visitBefore, ...BLANK_VISIT() }),
    );
  } else if (task.kind === "letter") {
    file.letters.push(
      papers.add(papers.letters, {
        ...base,
        kind: "written-reminder",
        ordinal: task.ordinal,
        askedOn: today,
        sentOn: null,
        deliveredOn: null,
        withdrawnOn: null,
        staffId: null,
        sentAt: null,
      }),
    );
  } else {
    file.referrals.push(papers.add(papers.referrals, { ...base, ordinal: task.ordinal, askedOn: today, ...BLANK_REFERRAL }));
  }
}

export const BLANK_REFERRAL = {
  reportedOn: null,
  reportedAt: null,
  amountCents: null,
  warmHandover: false,
  receipt: null,
  answeredOn: null,
  answeredAt: null,
  result: null,
  withdrawnOn: null,
  staffId: null,
};

export const BLANK_VISIT = () => ({
  plannedFor: null,
  part: null,
  announcedBy: null,
  byTwo: false,
  staffId: null,
  doneOn: null,
  doneAt: null,
  outcome: null,
  seen: [],
  agreed: [],
  note: null,
  withdrawnOn: null,
  withdrawnAt: null,
  withdrawnFor: null,
  plannedAt: null,
});

function withdraw(world: World, file: CaseFile, kind: string, id: number, because: string): void {
  const { today, moment } = world;
  if (kind === "caretaker") {
    const task = file.tasks.find((row) => row.id === id);
    if (task)
      Object.assign(task, { closedOn: today, closedAt: moment, closedReason: because === "expired" ? "expired" : "withdrawn" });
  } else if (kind === "visit") {
    const visit = file.visits.find((row) => row.id === id);
    if (visit) Object.assign(visit, { withdrawnOn: today, withdrawnAt: moment, withdrawnFor: because });
  } else {
    const paper = (kind === "letter" ? file.letters : file.referrals).find((row) => row.id === id);
    if (paper) paper.withdrawnOn = today;
  }
}

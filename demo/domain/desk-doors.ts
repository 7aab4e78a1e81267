import { cardCode } from "@/lib/caretaker/domain/code";
import { attemptOfRing, FOUND_NOBODY, taskAfter } from "@/lib/caretaker/domain/ring";
import { addWorkingDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { CaretakerResult, VisitFacts } from "@/lib/rules/facts";
import { attemptOfVisit } from "@/lib/visits/domain/visit";
import { BLANK_VISIT } from "./assessor";
import type { CaseFile } from "./casefile";
import { addPromise } from "./desk-agreements";
import { addressee, attempt, audit, done, problem } from "./desk-base";
import { type CallMade, state } from "./desk-calls";
import { consent } from "./desk-duties";
import type { PromiseRow, TaskRow, VisitRow } from "./paper-rows";
import type { World } from "./world";

export function logRing(world: World, file: CaseFile, staffId: number, task: TaskRow, result: CaretakerResult): void {
  const { papers, today, moment } = world;
  const ring = papers.add(papers.rings, { taskId: task.id, day: today, at: moment, result, staffId, recordedAt: moment });
  task.rings.push(ring);
  const closes = taskAfter(result);
  if (closes) Object.assign(task, { closedOn: today, closedAt: moment, closedReason: closes });
  if (FOUND_NOBODY.has(result) || result === "card-left") {
    const known = papers.cards.find((row) => row.taskId === task.id);
    const { tenancyId, caseId, round } = task;
    const card =
      known ??
      papers.add(papers.cards, {
        taskId: task.id,
        tenancyId,
        caseId,
        round,
        code: cardCode(papers.cards.length + 1),
        leftOn: null,
        calledBackOn: null,
        recordedAt: moment,
      });
    if (result === "card-left") {
      card.leftOn = today;
      task.cardLeftOn = today;
    }
  }
  attempt(world, file, staffId, {
    personId: addressee(world, file),
    channel: result === "card-left" ? "card" : "door",
    outcome: attemptOfRing(result),
  });
  if (result === "worried") problem(world, file, "worried");
  audit(world, file, staffId, "cases.logRing", { result });
  done(world, file);
}

export function planVisit(
  world: World,
  file: CaseFile,
  visit: VisitRow,
  staffId: number,
  plan: { on: Day; part: "morning" | "afternoon"; announcedBy: "phone" | "letter" },
): void {
  Object.assign(visit, { plannedFor: plan.on, part: plan.part, announcedBy: plan.announcedBy, staffId, plannedAt: world.moment });
  audit(world, file, staffId, "cases.planVisit", { plannedFor: plan.on }, plan);
  done(world, file);
}

/** A visit of the consultant's own. */
export function askVisit(world: World, file: CaseFile, staffId: number): VisitRow | null {
  const current = file.openCase;
  if (!current) return null;
  const round = file.answer?.round?.ordinal ?? 1;
  const ordinal =
    1 +
    Math.max(
      0,
      ...file.visits
        .filter((v) => v.caseId === current.id && v.round === round && v.purpose === "own-plan")
        .map((v) => v.ordinal),
    );
  const visit = world.papers.add(world.papers.visits, {
    tenancyId: file.home.id,
    caseId: current.id,
    round,
    ordinal,
    purpose: "own-plan",
    askedOn: world.today,
    visitBefore: addWorkingDays(world.today, 5),
    recordedAt: world.moment,
    ...BLANK_VISIT(),
  });
  file.visits.push(visit);
  audit(world, file, staffId, "cases.askVisit");
  done(world, file);
  return visit;
}

export interface VisitMade {
  readonly outcome: NonNullable<VisitFacts["outcome"]>;
  readonly agreed: readonly string[];
  readonly seen: readonly string[];
  readonly promise?: NonNullable<CallMade["promise"]>;
  readonly consent?: boolean;
}

export function logVisit(world: World, file: CaseFile, visit: VisitRow, staffId: number, made: VisitMade): PromiseRow | null {
  Object.assign(visit, {
    doneOn: world.today,
    doneAt: world.moment,
    outcome: made.outcome,
    agreed: [...made.agreed],
    seen: [...made.seen],
    staffId,
  });
  visit.part ??= world.part;
  const kept = attempt(world, file, staffId, {
    personId: addressee(world, file),
    channel: "visit",
    outcome: attemptOfVisit(made.outcome),
  });
  if (made.agreed.some((one) => one.startsWith("help-"))) state(world, file, staffId, "wants-help", kept.id, null);
  if (made.consent) consent(world, file);
  const promise = made.promise ? addPromise(world, file, staffId, made.promise, kept.id) : null;
  audit(world, file, staffId, "cases.logVisit", { outcome: made.outcome }, made);
  done(world, file);
  return promise;
}

import { addWorkingDays } from "../../kernel/calendar";
import { addDays, type Day } from "../../kernel/day";
import type { Cents } from "../../kernel/money";
import { equalInstalments } from "../../arrangements/domain/arrangement";
import type { Said } from "../../contact/domain/said";
import { cardCode } from "../../caretaker/domain/code";
import { attemptOfRing, FOUND_NOBODY, taskAfter } from "../../caretaker/domain/ring";
import { isStatement } from "../../contact/domain/said";
import type { AttemptFacts, CaretakerResult, PhoneFacts, ReferralFacts, VisitFacts } from "../../rules/facts";
import { attemptOfVisit } from "../../visits/domain/visit";
import { BLANK_VISIT, look } from "./assessor";
import { type CaseFile, siblingsOf } from "./casefile";
import type {
  AttemptRow,
  HoldRow,
  LetterRow,
  MessageRow,
  PromiseRow,
  ReferralRow,
  StatementRow,
  TaskRow,
  VisitRow,
} from "./papers";
import type { World } from "./world";

/** What people at the office and at the door do, row for row as the product's own commands write it. */
export interface CallMade {
  readonly direction: "outbound" | "inbound";
  readonly outcome: "not-answered" | "voicemail" | "wrong-number" | "number-dead" | "someone-else" | "spoke";
  readonly personId: number;
  readonly number: string | null;
  readonly spokeWith?: "tenant" | "co-tenant" | "representative" | "contact";
  readonly said?: readonly Said[];
  readonly promise?: { readonly on: Day; readonly amount: number; readonly incomeDay: boolean };
  readonly agreedDay?: Day;
  readonly cardCode?: string;
}

function audit(world: World, file: CaseFile, staffId: number, action: string, detail: Record<string, unknown> = {}): void {
  world.papers.add(world.papers.audit, {
    at: world.moment,
    staffId,
    action,
    tenancyId: file.home.id,
    detail: JSON.stringify(detail),
  });
}

/** The next step is there at once, also for the garage that goes with the home. */
function done(world: World, file: CaseFile): void {
  look(world, file, world.part, null);
  for (const other of siblingsOf(world, file.home)) {
    const sibling = world.files.get(other.id);
    if (sibling) sibling.changed = true;
  }
}

function attempt(
  world: World,
  file: CaseFile,
  staffId: number | null,
  row: Partial<AttemptRow> & Pick<AttemptFacts, "channel" | "outcome">,
): AttemptRow {
  const kept = world.papers.add(world.papers.attempts, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    personId: null,
    direction: "outbound",
    day: world.today,
    part: world.part,
    at: world.moment,
    spokeWith: null,
    number: null,
    note: null,
    messageId: null,
    staffId,
    recordedAt: world.moment,
    ...row,
  } as Omit<AttemptRow, "id">);
  file.attempts.push(kept);
  return kept;
}

export function logCall(world: World, file: CaseFile, staffId: number, call: CallMade): PromiseRow | null {
  const { papers, today, moment } = world;
  const kept = attempt(world, file, staffId, {
    channel: "call",
    direction: call.direction,
    outcome: call.outcome,
    personId: call.personId,
    number: call.number,
    spokeWith: call.outcome === "spoke" ? (call.spokeWith ?? "tenant") : null,
  });
  for (const said of call.said ?? []) if (isStatement(said)) state(world, file, staffId, said, kept.id, call.agreedDay ?? null);
  if (call.said?.includes("objects-sharing")) {
    file.objections.push(
      papers.add(papers.objections, { tenancyId: file.home.id, objectedOn: today, staffId, recordedAt: moment }),
    );
  }
  if (call.outcome === "number-dead" || call.outcome === "wrong-number") {
    for (const point of world.pointsOf(call.personId))
      if (point.value === call.number) Object.assign(point, { quality: "dead", deadAt: moment });
  }
  if (call.cardCode) for (const card of papers.cards) if (card.code === call.cardCode) card.calledBackOn = today;
  const promise = call.promise ? addPromise(world, file, staffId, call.promise, kept.id) : null;
  audit(world, file, staffId, "cases.logCall", { outcome: call.outcome });
  done(world, file);
  return promise;
}

function state(
  world: World,
  file: CaseFile,
  staffId: number,
  kind: StatementRow["kind"],
  attemptId: number | null,
  until: Day | null,
): void {
  file.statements.push(
    world.papers.add(world.papers.statements, {
      tenancyId: file.home.id,
      caseId: file.openCase?.id ?? null,
      attemptId,
      kind,
      saidOn: world.today,
      until: kind === "agreed-moment" ? until : null,
      detail: null,
      resolvedOn: null,
      resolution: null,
      resolvedAt: null,
      staffId,
      recordedAt: world.moment,
    }),
  );
}

function addPromise(
  world: World,
  file: CaseFile,
  staffId: number,
  promise: NonNullable<CallMade["promise"]>,
  attemptId: number | null,
): PromiseRow {
  const row = world.papers.add(world.papers.promises, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    attemptId,
    madeOn: world.today,
    promisedOn: promise.on,
    amount: BigInt(promise.amount) as Cents,
    incomeDay: promise.incomeDay,
    withdrawnOn: null,
    withdrawnAt: null,
    staffId,
    recordedAt: world.moment,
  });
  file.promises.push(row);
  return row;
}

export function makeArrangement(
  world: World,
  file: CaseFile,
  staffId: number,
  asked: { total: number; count: number; startsOn: Day },
) {
  const { papers, today, moment } = world;
  for (const promise of file.promises) {
    if (promise.withdrawnOn === null && promise.promisedOn >= today)
      Object.assign(promise, { withdrawnOn: today, withdrawnAt: moment });
  }
  const total = BigInt(asked.total) as Cents;
  const row = papers.add(papers.arrangements, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    agreedOn: today,
    startsOn: asked.startsOn,
    total,
    endedOn: null,
    endReason: null,
    endedAt: null,
    staffId,
    recordedAt: moment,
    instalments: equalInstalments(total, asked.count, asked.startsOn),
  });
  file.arrangements.push(row);
  audit(world, file, staffId, "cases.makeArrangement", { count: asked.count });
  done(world, file);
  return row;
}

export function endArrangement(world: World, file: CaseFile, staffId: number, reason: "broken" | "withdrawn"): void {
  const running = file.arrangements.find((row) => row.endedOn === null);
  if (!running) return;
  Object.assign(running, { endedOn: world.today, endReason: reason, endedAt: world.moment });
  audit(world, file, staffId, "cases.endArrangement", { reason });
  done(world, file);
}

/** The message leaves at once and the gateway reports back within the same part of the day. */
export function sendSms(
  world: World,
  file: CaseFile,
  staffId: number,
  phone: PhoneFacts,
  body: string,
  delivered: boolean,
): MessageRow {
  const { papers, moment } = world;
  const serial = papers.messages.length + 1;
  const message = papers.add(papers.messages, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    personId: phone.personId,
    channel: "sms",
    recipient: phone.number,
    body,
    status: delivered ? "delivered" : "undelivered",
    reference: `5de30000-0000-4000-8000-${String(serial).padStart(12, "0")}`,
    providerId: `demo-${serial}`,
    staffId,
    createdAt: moment,
    claimedAt: moment,
    statusAt: new Date(moment.getTime() + 45_000),
  });
  attempt(world, file, staffId, {
    channel: "sms",
    outcome: message.status as AttemptFacts["outcome"],
    personId: phone.personId,
    number: phone.number,
    messageId: message.id,
  });
  audit(world, file, staffId, "cases.sendSms");
  done(world, file);
  return message;
}

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
  attempt(world, file, staffId, { channel: result === "card-left" ? "card" : "door", outcome: attemptOfRing(result) });
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
  audit(world, file, staffId, "cases.planVisit", { plannedFor: plan.on });
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
  const kept = attempt(world, file, staffId, { channel: "visit", outcome: attemptOfVisit(made.outcome) });
  if (made.agreed.some((one) => one.startsWith("help-"))) state(world, file, staffId, "wants-help", kept.id, null);
  const promise = made.promise ? addPromise(world, file, staffId, made.promise, kept.id) : null;
  audit(world, file, staffId, "cases.logVisit", { outcome: made.outcome });
  done(world, file);
  return promise;
}

export function sendLetter(world: World, file: CaseFile, letter: LetterRow, staffId: number): void {
  Object.assign(letter, { sentOn: world.today, deliveredOn: addWorkingDays(world.today, 2), sentAt: world.moment, staffId });
  attempt(world, file, staffId, { channel: "letter", outcome: "sent" });
  audit(world, file, staffId, "cases.sendLetter");
  done(world, file);
}

export function report(world: World, file: CaseFile, referral: ReferralRow, staffId: number, warmHandover: boolean): void {
  Object.assign(referral, {
    reportedOn: world.today,
    reportedAt: world.moment,
    amountCents: BigInt(file.home.overdue) as Cents,
    warmHandover,
    staffId,
    receipt: `RD-${world.today.slice(2, 4)}-${10_000 + referral.id}`,
  });
  audit(world, file, staffId, "cases.report");
  done(world, file);
}

export function recordAnswer(
  world: World,
  file: CaseFile,
  referral: ReferralRow,
  staffId: number,
  result: NonNullable<ReferralFacts["result"]>,
): HoldRow | null {
  Object.assign(referral, { answeredOn: world.today, answeredAt: world.moment, result });
  const hold = result === "help-accepted" ? holdOpen(world, file, staffId, "help-running", addDays(world.today, 28)) : null;
  audit(world, file, staffId, "cases.recordAnswer", { result });
  done(world, file);
  return hold;
}

/** Pauses everything that is open now. */
function holdOpen(world: World, file: CaseFile, staffId: number, reason: HoldRow["reason"], reviewOn: Day): HoldRow | null {
  const held = new Set(file.holds.filter((row) => row.endedOn === null).flatMap((row) => row.charges));
  const charges = world.openCharges(file.home).filter((id) => !held.has(id));
  if (charges.length === 0) return null;
  const row = world.papers.add(world.papers.holds, {
    tenancyId: file.home.id,
    reason,
    note: null,
    from: world.today,
    reviewOn,
    endedOn: null,
    endedAt: null,
    staffId,
    recordedAt: world.moment,
    charges,
  });
  file.holds.push(row);
  return row;
}

export function startHold(
  world: World,
  file: CaseFile,
  staffId: number,
  reason: HoldRow["reason"],
  reviewOn: Day,
): HoldRow | null {
  const row = holdOpen(world, file, staffId, reason, reviewOn);
  audit(world, file, staffId, "cases.startHold", { reason });
  done(world, file);
  return row;
}

export function endHold(world: World, file: CaseFile, hold: HoldRow, staffId: number): void {
  Object.assign(hold, { endedOn: world.today, endedAt: world.moment });
  audit(world, file, staffId, "cases.endHold");
  done(world, file);
}

export function resolveAlreadyPaid(world: World, file: CaseFile, staffId: number, resolution: "found" | "not-found"): void {
  for (const row of file.statements) {
    if (row.kind === "already-paid" && row.resolvedOn === null)
      Object.assign(row, { resolvedOn: world.today, resolution, resolvedAt: world.moment });
  }
  audit(world, file, staffId, "cases.resolveAlreadyPaid", { resolution });
  done(world, file);
}

export function addNote(world: World, file: CaseFile, staffId: number, text: string): void {
  world.papers.add(world.papers.notes, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    text,
    staffId,
    at: world.moment,
  });
  file.reviews.push(world.today);
  audit(world, file, staffId, "cases.addNote");
  done(world, file);
}

const LEGAL_RUNS = new Set(["summons", "judgment", "eviction-notice"]);
const ENDS_LEGAL = new Set(["eviction-averted", "keys-returned", "stopped"]);

export function recordLegalStep(world: World, file: CaseFile, staffId: number, kind: string): void {
  if (ENDS_LEGAL.has(kind))
    for (const row of file.legal) if (row.endedOn === null && LEGAL_RUNS.has(row.kind)) row.endedOn = world.today;
  file.legal.push(
    world.papers.add(world.papers.legal, {
      tenancyId: file.home.id,
      caseId: file.openCase?.id ?? null,
      kind,
      day: world.today,
      endedOn: null,
      detail: null,
      staffId,
      recordedAt: world.moment,
    }),
  );
  if (world.today < world.timeline.contactSince) return;
  audit(world, file, staffId, "cases.recordLegalStep", { kind });
  done(world, file);
}

export function recordEviction(world: World, file: CaseFile, staffId: number): void {
  world.papers.add(world.papers.evictions, {
    tenancyId: file.home.id,
    caseId: file.openCase?.id ?? null,
    carriedOutOn: world.today,
    reason: "arrears",
    household: file.home.household.people.filter((person) => person.deceasedOn === null).length > 1 ? "couple" : "single",
    staffId,
    recordedAt: world.moment,
  });
  file.home.household.tenancy.endsOn = world.today;
  if (world.today < world.timeline.contactSince) return;
  audit(world, file, staffId, "cases.recordEviction");
  done(world, file);
}

import { createHash } from "node:crypto";
import { type Decision as Audited, recordAll } from "../../audit/commands/record";
import type { Actor } from "../../auth/actor";
import type { Day } from "../../kernel/day";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Assessment } from "../../rules/answer";
import type { NewTask } from "../domain/advance";
import type { Decision } from "../domain/decide";

export interface Saving {
  readonly actor: Actor;
  readonly day: Day;
  /** What was known; also the moment at which everything that follows from it is recorded. */
  readonly knownAt: Date;
  readonly runId: number | null;
}
export interface Saved {
  readonly stored: number;
  readonly opened: number;
  readonly closed: number;
}

/**
 * Keeps answers and what they change, for one tenancy or many: the desk and the run share it. Inside the caller's transaction.
 * @param last the fingerprint of the last answer of each, where the caller has read them
 */
export async function save(
  sql: Sql,
  decisions: readonly Decision[],
  saving: Saving,
  last?: ReadonlyMap<number, string | null>,
): Promise<Saved> {
  const { day, knownAt, runId } = saving;
  const bulk = async <Row>(name: `${string}/${string}`, rows: readonly object[], more: readonly unknown[] = [day, knownAt]) =>
    rows.length === 0 ? [] : await sql<Row>(sqlFile(name), [JSON.stringify(rows), ...more]);

  const opened = await bulk<{ tenancyId: number; id: number }>("cases/save-cases", decisions.flatMap(caseRow));
  const newCases = new Map(opened.map((row) => [row.tenancyId, row.id]));
  await bulk(
    "cases/save-tasks",
    decisions.flatMap((decision) => taskRows(decision, newCases)),
  );
  await bulk("cases/save-ends", decisions.flatMap(endRows));
  await bulk("cases/save-problems", decisions.flatMap(problemRows));
  const answers = decisions.map((decision) => fingerprinted(answerRow(decision, newCases)));
  const stored = await bulk("cases/save-assessments", changedSince(last ?? (await lastPrints(sql, answers)), answers), [
    day,
    knownAt,
    runId,
  ]);
  await recordAll(
    sql,
    decisions.flatMap((decision) => auditOf(decision, newCases, saving)),
  );
  return { stored: stored.length, opened: count(decisions, "open", "reopen"), closed: count(decisions, "close") };
}

const count = (decisions: readonly Decision[], ...kinds: string[]) =>
  decisions.filter(({ changes }) => changes.caseChange !== null && kinds.includes(changes.caseChange.kind)).length;

function caseRow({ facts, changes: { caseChange } }: Decision): object[] {
  if (caseChange === null) return [];
  return [
    {
      tenancy_id: facts.tenancy.id,
      change: caseChange.kind,
      case_id: caseChange.kind === "open" ? null : caseChange.caseId,
      closed_on: caseChange.kind === "reopen" ? caseChange.closedOn : null,
      reason: caseChange.kind === "close" ? caseChange.reason : null,
    },
  ];
}

/** The case an answer belongs to: the new one, the one it reopened or closed, or the open one. */
function caseIdOf({ facts, changes: { caseChange } }: Decision, newCases: ReadonlyMap<number, number>): number | null {
  if (caseChange !== null) return caseChange.kind === "open" ? (newCases.get(facts.tenancy.id) ?? null) : caseChange.caseId;
  return facts.cases.find((row) => row.closedOn === null)?.id ?? null;
}

function taskRows(decision: Decision, newCases: ReadonlyMap<number, number>): object[] {
  const case_id = caseIdOf(decision, newCases);
  if (case_id === null) return [];
  return decision.changes.create.map((task) => ({
    ...taskRow(task),
    kind: task.kind,
    tenancy_id: decision.facts.tenancy.id,
    case_id,
  }));
}

function taskRow(task: NewTask): object {
  if (task.kind === "caretaker")
    return { round: task.round, ordinal: task.ordinal, building_id: task.buildingId, due_on: task.dueOn };
  if (task.kind === "visit") return { round: task.round, ordinal: task.ordinal, purpose: task.purpose, due_on: task.visitBefore };
  return { ordinal: task.ordinal };
}

const endRows = ({ changes }: Decision): object[] => [
  ...changes.withdraw,
  ...changes.endArrangements.map((id) => ({ kind: "arrangement", id, because: "cured" })),
];

const problemRows = ({ facts, changes: { problems } }: Decision): object[] => [
  ...problems.found.map((kind) => ({ tenancy_id: facts.tenancy.id, kind, found: true })),
  ...problems.gone.map((kind) => ({ tenancy_id: facts.tenancy.id, kind, found: false })),
];

interface AnswerRow {
  readonly tenancy_id: number;
  readonly case_id: number | null;
  readonly answer: Assessment;
  readonly overdue: string;
  readonly months_behind: number;
  readonly months_in_arrears: number;
}
type Fingerprinted = AnswerRow & { readonly fingerprint: string };

/** Everything that makes an answer another one than the last, in short. */
function fingerprinted(row: AnswerRow): Fingerprinted {
  const told = JSON.stringify([row.answer, row.overdue, row.months_behind, row.months_in_arrears]);
  return { ...row, fingerprint: createHash("md5").update(told).digest("base64") };
}

/** Most answers are the last one again: only the others travel to the database whole. One from before there were fingerprints is compared there. */
function changedSince(last: ReadonlyMap<number, string | null>, rows: readonly Fingerprinted[]): object[] {
  return rows
    .filter((row) => last.get(row.tenancy_id) !== row.fingerprint)
    .map((row) => ({ ...row, new: typeof last.get(row.tenancy_id) === "string" }));
}

async function lastPrints(sql: Sql, rows: readonly Fingerprinted[]): Promise<Map<number, string | null>> {
  const ids = rows.map((row) => row.tenancy_id);
  const found = await sql<{ id: number; fingerprint: string | null }>(sqlFile("cases/last-fingerprints"), [ids]);
  return new Map(found.map((row) => [row.id, row.fingerprint]));
}

export const answerRow = (decision: Decision, newCases: ReadonlyMap<number, number>): AnswerRow => ({
  tenancy_id: decision.facts.tenancy.id,
  case_id: caseIdOf(decision, newCases),
  answer: decision.assessment,
  overdue: String(decision.facts.position.overdue),
  months_behind: decision.facts.position.monthsBehind,
  months_in_arrears: decision.facts.position.monthsInArrears,
});

const ACTIONS = { open: "cases.open", reopen: "cases.reopen", close: "cases.close" } as const;

function auditOf(decision: Decision, newCases: ReadonlyMap<number, number>, { actor, day, knownAt, runId }: Saving): Audited[] {
  const { caseChange } = decision.changes;
  if (caseChange === null) return [];
  const reason = caseChange.kind === "close" ? { reason: caseChange.reason } : {};
  const detail = { caseId: caseIdOf(decision, newCases), day, runId, ...reason };
  return [{ actor, action: ACTIONS[caseChange.kind], tenancyId: decision.facts.tenancy.id, detail, at: knownAt }];
}

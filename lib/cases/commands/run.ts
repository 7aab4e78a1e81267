import { addDays, type Day, latest } from "../../kernel/day";
import { done, type Outcome, refused } from "../../kernel/outcome";
import { refreshStaleMonths } from "../../ledger/commands/months";
import { dayOf, now } from "../../platform/clock";
import { fixKnownAt, pool, prisma } from "../../platform/db";
import { momentAt } from "../../platform/zone";
import { checkRun } from "./check-run";
import { planRun } from "./plan-run";
import { type RunProgress, workRun } from "./work-run";

export interface RunRequest {
  readonly day: Day;
  /** Null or absent: 05:00 of each day when scheduled, the moment of asking otherwise. */
  readonly knownAt?: Date | null;
  readonly trigger: "schedule" | "import" | "button" | "command-line";
  readonly staffId?: number | null;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Told before each step is taken; for whoever wants to know, or to pull the plug there. */
  readonly onStep?: (step: RunStep, runId: number | null) => void | Promise<void>;
  /** Tenancies per transaction. */
  readonly atOnce?: number;
  /** Ask all tenancies, also when only some were touched since the last run. */
  readonly full?: boolean;
}
export type RunStep = "plan" | "work" | "check" | "finish" | "months";
export interface RunReport {
  readonly day: Day;
  readonly knownAt: Date;
  /** Days run: the one asked for and those missed before it. Nought when this day was already run with the same knowledge. */
  readonly days: number;
  readonly assessed: number;
  readonly stored: number;
  readonly opened: number;
  readonly closed: number;
}
type Refusal = "run-day-before-last" | "run-too-far";

const AT_ONCE = 250;
/** A run further ahead than this would close the way to all the days before it. */
const AHEAD_DAYS = 62;
/** Whoever plans or ends a run does so alone; it goes with the connection, so a killed run leaves nothing locked. */
const RUN_LOCK = 7306;
const SCHEDULED_HOUR = 5;

/**
 * The arrears run of a day: asks the rules about every tenancy that owes something or may have another answer than on the
 * last run, with what was known, and keeps what follows. First finishes a run that was killed or that somebody else is at
 * (and helps), then catches up the days missed since the last one. Safe to repeat.
 */
export async function runArrears(request: RunRequest): Promise<Outcome<RunReport, Refusal>> {
  const until = latest((await now()).day, (await lastDone())?.day ?? request.day);
  if (request.day > addDays(until, AHEAD_DAYS)) return refused("run-too-far", { until: addDays(until, AHEAD_DAYS) });
  const asked = await fixKnownAt(async () => request.knownAt ?? (await now()).moment);
  const knownOn = (day: Day): Date =>
    request.trigger === "schedule" && !request.knownAt ? momentAt(day, SCHEDULED_HOUR) : asked;
  const total = { day: request.day, knownAt: knownOn(request.day), days: 0, assessed: 0, stored: 0, opened: 0, closed: 0 };
  // Whoever came while the same run was under way and helped with it need not do it over.
  let helped = false;
  for (;;) {
    const next = await alone(() => nextRun(request, knownOn, total.days > 0 || helped));
    if (next.kind === "refused") return refused("run-day-before-last", { lastDay: next.lastDay });
    if (next.kind === "none") break;
    const counts = await finish(next.id, request);
    if (next.kind !== "own") {
      helped = next.day === request.day && next.knownAt >= knownOn(request.day);
      continue;
    }
    for (const key of ["assessed", "stored", "opened", "closed"] as const) total[key] += counts[key];
    total.days++;
  }
  await request.onStep?.("months", null);
  if (total.days > 0) await alone(refreshStaleMonths);
  return done(total);
}

type Next =
  | { readonly kind: "own"; readonly id: number }
  | { readonly kind: "others"; readonly id: number; readonly day: Day; readonly knownAt: Date }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly lastDay: Day };

async function lastDone() {
  const last = await prisma().run.findFirst({ where: { status: "done" }, orderBy: [{ day: "desc" }, { knownAt: "desc" }] });
  return last && { ...last, day: dayOf(last.day), date: last.day };
}

/** The run to work on now: the one that is under way, else that of the first day missed, else of the day asked for. */
async function nextRun(request: RunRequest, knownOn: (day: Day) => Date, begun: boolean): Promise<Next> {
  const running = await prisma().run.findFirst({ where: { status: "running" } });
  if (running) return { kind: "others", id: running.id, day: dayOf(running.day), knownAt: running.knownAt };
  const last = await lastDone();
  if (last && request.day < last.day) return begun ? { kind: "none" } : { kind: "refused", lastDay: last.day };
  const again = last !== null && last.day === request.day;
  if (again && (begun || last.knownAt > knownOn(request.day))) return { kind: "none" };
  const day = last === null || again ? request.day : addDays(last.day, 1);
  await request.onStep?.("plan", null);
  const { trigger, staffId = null, atOnce = AT_ONCE, full = false } = request;
  const plan = { day, knownAt: knownOn(day), trigger, staffId, atOnce, full };
  return { kind: "own", id: await planRun(plan, last && { ...last, day: last.date }) };
}

interface Counts {
  readonly assessed: number;
  readonly stored: number;
  readonly opened: number;
  readonly closed: number;
}

/** Works a run off, together with whoever else is at it, checks it and ends it. */
async function finish(id: number, { onProgress, onStep, atOnce = AT_ONCE }: RunRequest): Promise<Counts> {
  for (;;) {
    await onStep?.("work", id);
    await workRun(id, onProgress);
    await onStep?.("check", id);
    await alone(() => check(id, atOnce));
    await onStep?.("finish", id);
    const counts = await alone(() => end(id));
    if (counts) return counts;
  }
}

/** A run over the touched ones is checked once; when it was wrong about the others there is more to do. */
async function check(id: number, atOnce: number): Promise<void> {
  const run = await prisma().run.findUniqueOrThrow({ where: { id } });
  if (run.status === "running" && run.scope === "touched" && run.checked === null)
    await checkRun({ id, day: dayOf(run.day), knownAt: run.knownAt }, atOnce);
}

/** Adds up what the batches did. The second to come here finds it done; null: there is still work in it. */
async function end(id: number): Promise<Counts | null> {
  const run = await prisma().run.findUniqueOrThrow({ where: { id } });
  if (run.status === "done") return run;
  if ((await prisma().runBatch.count({ where: { runId: id, done: false } })) > 0) return null;
  const { _sum } = await prisma().runBatch.aggregate({
    where: { runId: id },
    _sum: { assessed: true, stored: true, opened: true, closed: true },
  });
  const counts = { assessed: _sum.assessed ?? 0, stored: _sum.stored ?? 0, opened: _sum.opened ?? 0, closed: _sum.closed ?? 0 };
  const finishedAt = (await now()).moment;
  const [ended] = await prisma().$transaction([
    prisma().run.update({ where: { id }, data: { status: "done", finishedAt, ...counts } }),
    prisma().runBatch.deleteMany({ where: { runId: id } }),
  ]);
  return ended;
}

async function alone<T>(work: () => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${RUN_LOCK})`);
    return await work();
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${RUN_LOCK})`).catch(() => {});
    client.release();
  }
}

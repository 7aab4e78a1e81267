import type { PoolClient } from "pg";
import { type Actor, SYSTEM } from "../../auth/actor";
import { addDays, type Day } from "../../kernel/day";
import { done, type Outcome, refused } from "../../kernel/outcome";
import { refreshStaleMonths } from "../../ledger/commands/months";
import { dayOf, momentAt, now } from "../../platform/clock";
import { fixKnownAt, pool, prisma, shareWritersOn, sqlOfClient } from "../../platform/db";
import { decisions } from "../queries/facts";
import { needing, notAnsweredSince } from "../queries/needing";
import { save } from "./save";

export interface RunRequest {
  readonly day: Day;
  /** Null or absent: 05:00 of each day when scheduled, the moment of asking otherwise. */
  readonly knownAt?: Date | null;
  readonly trigger: "schedule" | "import" | "button" | "command-line";
  readonly staffId?: number | null;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Tenancies per transaction. */
  readonly atOnce?: number;
}
export interface RunProgress {
  readonly day: Day;
  readonly tenanciesDone: number;
  readonly tenancies: number;
}
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

const AT_ONCE = 500;
/** Runs wait for one another on this lock; it goes with the connection, so a killed run leaves nothing locked. */
const RUN_LOCK = 7306;
const SCHEDULED_HOUR = 5;

/**
 * The arrears run of a day: assesses every tenancy that owes something, with what was known, and keeps what follows.
 * First finishes a run that was killed, then catches up the days missed since the last one. Safe to repeat.
 */
export function runArrears(request: RunRequest): Promise<Outcome<RunReport, "run-day-before-last">> {
  return alone(async () => {
    const killed = await prisma().run.findFirst({ where: { status: "running" } });
    if (killed) await finish(killed.id, dayOf(killed.day), killed.knownAt, request);
    const last = await prisma().run.findFirst({ where: { status: "done" }, orderBy: [{ day: "desc" }, { knownAt: "desc" }] });
    const lastDay = last ? dayOf(last.day) : null;
    if (lastDay !== null && request.day < lastDay) return refused("run-day-before-last", { lastDay });

    const asked = await fixKnownAt(async () => request.knownAt ?? (await now()).moment);
    const knownOn = (day: Day): Date =>
      request.trigger === "schedule" && !request.knownAt ? momentAt(day, SCHEDULED_HOUR) : asked;
    const total = { day: request.day, knownAt: knownOn(request.day), days: 0, assessed: 0, stored: 0, opened: 0, closed: 0 };
    if (last && lastDay === request.day && last.knownAt > total.knownAt) return done(total);

    for (let day = nextDay(lastDay, request.day); day <= request.day; day = addDays(day, 1)) {
      const run = await prisma().run.create({ data: newRun(day, knownOn(day), request) });
      const counts = await finish(run.id, day, run.knownAt, request);
      for (const key of ["assessed", "stored", "opened", "closed"] as const) total[key] += counts[key];
      total.days++;
    }
    await refreshStaleMonths();
    return done(total);
  });
}

const nextDay = (last: Day | null, asked: Day): Day => (last === null || last === asked ? asked : addDays(last, 1));

const newRun = (day: Day, knownAt: Date, { trigger, staffId }: RunRequest) => ({
  ...{ day: new Date(`${day}T00:00:00Z`), knownAt, trigger, status: "running" },
  staffId: staffId ?? null,
  startedAt: knownAt,
});

interface Counts {
  readonly assessed: number;
  readonly stored: number;
  readonly opened: number;
  readonly closed: number;
}

/** Works a run off batch by batch from where it stands; each batch is kept with the mark of how far it came. */
async function finish(id: number, day: Day, knownAt: Date, request: RunRequest): Promise<Counts> {
  const actor: Actor = { ...SYSTEM, staffId: request.staffId ?? null };
  const { doneThrough } = await prisma().run.findUniqueOrThrow({ where: { id } });
  const all = await needing(sqlOfClient(pool()), { day, knownAt, tenancyIds: null });
  const atOnce = request.atOnce ?? AT_ONCE;
  const left = all.filter((tenancy) => tenancy > doneThrough);
  for (let from = 0; from < left.length; from += atOnce) {
    const tenancyIds = left.slice(from, from + atOnce);
    await inPgTransaction((client) => batch(client, { id, day, knownAt, actor, tenancyIds }));
    request.onProgress?.({ day, tenanciesDone: all.length - left.length + from + tenancyIds.length, tenancies: all.length });
  }
  return prisma().run.update({ where: { id }, data: { status: "done", finishedAt: (await now()).moment } });
}

interface Batch {
  readonly id: number;
  readonly day: Day;
  readonly knownAt: Date;
  readonly actor: Actor;
  readonly tenancyIds: readonly number[];
}

/** One batch in one transaction. */
async function batch(client: PoolClient, { id, day, knownAt, actor, tenancyIds }: Batch): Promise<void> {
  const sql = sqlOfClient(client);
  // Locked before they are looked at again: what the desk decides comes either before or after, never in between.
  await sql("SELECT id FROM tenancy WHERE id = ANY ($1::int[]) ORDER BY id FOR NO KEY UPDATE", [tenancyIds]);
  const asked = await notAnsweredSince(sql, { knownAt, tenancyIds });
  const answers = await decisions(sql, { day, knownAt, part: "morning", tenancyIds: asked });
  const saved = await save(sql, answers, { actor, day, knownAt, runId: id });
  await sql(
    `UPDATE run SET done_through = $2, assessed = assessed + $3, stored = stored + $4, opened = opened + $5, closed = closed + $6
     WHERE id = $1`,
    [id, tenancyIds.at(-1), asked.length, saved.stored, saved.opened, saved.closed],
  );
}

async function inPgTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await shareWritersOn(client);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
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

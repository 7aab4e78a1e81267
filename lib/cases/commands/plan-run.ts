import type { Day } from "../../kernel/day";
import { dateOf, dayOf } from "../../platform/clock";
import { inSnapshot, inTransaction, pool, prisma, type Sql, sqlOf, sqlOfClient } from "../../platform/db";
import { type Basis, basisOf, carriesOver } from "../queries/basis";
import { needing, needingOfAll } from "../queries/needing";
import { touchedSince } from "../queries/touched";

export interface Plan {
  readonly day: Day;
  readonly knownAt: Date;
  readonly trigger: string;
  readonly staffId: number | null;
  readonly atOnce: number;
  /** Ask all, also when the last run says who may have another answer. */
  readonly full: boolean;
}
export interface LastRun {
  readonly day: Date;
  readonly knownAt: Date;
  readonly basis: unknown;
}

/** Above this share of touched tenancies asking all of them costs less than finding out whom (measured, docs/performance.md). */
const MOST_TOUCHED = 0.35;

/**
 * Writes down what a run has to do: which tenancies, in batches by id. All of those that need an answer, or, when nothing
 * that decides for all changed since the last run, those of them that were touched since.
 * @returns the run's id
 */
export async function planRun(plan: Plan, last: LastRun | null): Promise<number> {
  const sql = sqlOfClient(pool());
  const { day, knownAt, trigger, staffId, atOnce } = plan;
  const basis = await basisOf(sql, day, knownAt);
  const touched = plan.full ? null : await touchedBy(sql, plan, last, basis);
  const ids =
    touched === null
      ? await needingOfAll(day, knownAt)
      : await inSnapshot((inside) => needing(inside, { day, knownAt, tenancyIds: touched }));
  return inTransaction(async (db) => {
    const scope = touched === null ? "full" : "touched";
    const row = { day: dateOf(day), knownAt, trigger, staffId, status: "running", startedAt: knownAt, scope };
    const { id } = await db.run.create({ data: { ...row, basis: { ...basis }, touched: touched?.length ?? null } });
    await addBatches(sqlOf(db), id, 0, ids, atOnce);
    return id;
  });
}

/** Null: all of them. */
async function touchedBy(sql: Sql, { day, knownAt }: Plan, last: LastRun | null, basis: Basis): Promise<number[] | null> {
  if (last === null || last.knownAt > knownAt || !carriesOver(last.basis as Basis | null, basis)) return null;
  const touched = await touchedSince(sql, { lastDay: dayOf(last.day), lastKnownAt: last.knownAt, day, knownAt });
  return touched.length > MOST_TOUCHED * (await prisma().tenancy.count()) ? null : touched;
}

/** Tenancies in the order of their ids, so many in a batch. */
export async function addBatches(sql: Sql, runId: number, from: number, ids: readonly number[], atOnce: number): Promise<void> {
  await sql(
    `INSERT INTO run_batch (run_id, ordinal, tenancy_ids)
     SELECT $1::int, $2::int + ((x.place - 1) / $4::int)::int, array_agg(x.id ORDER BY x.place)
     FROM unnest($3::int[]) WITH ORDINALITY AS x (id, place)
     GROUP BY (x.place - 1) / $4::int ORDER BY 1, 2`,
    [runId, from, ids, atOnce],
  );
}

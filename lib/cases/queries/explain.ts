import type { Day } from "../../kernel/day";
import { now } from "../../platform/clock";
import { inSnapshot, type Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { momentAt } from "../../platform/zone";
import { policyOn } from "../../policies/queries/in-force";
import type { Facts } from "../../rules/facts";
import { type Explanation, explained } from "../domain/explanation";
import { numbersOf, replay } from "./replay";

/** An entry that was not known yet when the day's list was made. */
export interface LaterEntry {
  readonly id: string;
  readonly kind: string;
  readonly category: string | null;
  readonly amount: string;
  readonly bookedOn: Day;
  readonly dueOn: Day | null;
  readonly source: string;
  readonly number: string;
  readonly description: string | null;
  readonly recordedAt: Date;
  /** Whether the explanation counts it: it was known at the moment asked for. */
  readonly counted: boolean;
}
export interface Explained extends Explanation {
  readonly tenancyId: number;
  readonly number: string;
  readonly day: Day;
  readonly knownAt: Date;
  /** When the list of that day was made: the run's moment, or 05:00 when none was done. */
  readonly listMadeAt: Date;
  readonly later: readonly LaterEntry[];
  /** Other tenancies named in the reasons, by their numbers. */
  readonly numbers: ReadonlyMap<number, string>;
}
export interface ExplainScope {
  readonly tenancyId: number;
  readonly day: Day;
  readonly knownAt: Date;
}

const SCHEDULED_HOUR = 5;

/** For the screen: with what was known when that day's list was made, or with all that is known now. */
export async function explainOn(tenancyId: number, day: Day, asThen: boolean): Promise<Explained | null> {
  const { moment } = await now();
  return inSnapshot(async (sql) => {
    const knownAt = asThen ? await listMoment(sql, day) : moment;
    return explain(sql, { tenancyId, day, knownAt });
  });
}

/** The whole reasoning about one tenancy on a day, with what was known at a moment. Null: not known then. */
export async function explain(sql: Sql, { tenancyId, day, knownAt }: ExplainScope): Promise<Explained | null> {
  const { policy } = await policyOn(sql, day, knownAt);
  for await (const one of replay(sql, { day, knownAt, policy, tenancyIds: [tenancyId] })) {
    const listMadeAt = await listMoment(sql, day);
    const lastReturn = await returnOf(sql, { tenancyId, day, knownAt });
    return {
      ...explained({ ...one.facts, lastReturn }, one.assessment, policy),
      ...{ tenancyId, number: one.number, day, knownAt, listMadeAt },
      later: await laterEntries(sql, { tenancyId, day, knownAt }, listMadeAt),
      numbers: await numbersOf(
        sql,
        one.facts.siblings.map((sibling) => sibling.tenancyId),
      ),
    };
  }
  return null;
}

/** The latest collection that came back by the day, as known then. */
async function returnOf(sql: Sql, { tenancyId, day, knownAt }: ExplainScope): Promise<Facts["lastReturn"]> {
  const [found] = await sql<{ bookedOn: Day; reason: string }>(
    `SELECT booked_on::text AS "bookedOn", coalesce(return_reason, 'unknown') AS reason FROM ledger_entry
     WHERE tenancy_id = $1 AND kind = 'reversal' AND source <> 'desk' AND booked_on <= $2::date AND recorded_at <= $3::timestamptz
       AND reverses_id IN (SELECT id FROM ledger_entry WHERE tenancy_id = $1 AND kind = 'payment')
     ORDER BY ledger_entry.booked_on DESC, id DESC LIMIT 1`,
    [tenancyId, day, knownAt.toISOString()],
  );
  return found ?? null;
}

/** When the list of a day was made: the first run's moment, or 05:00 when none was done. */
export async function listMoment(sql: Sql, day: Day): Promise<Date> {
  const [run] = await sql<{ knownAt: Date | string }>(
    `SELECT known_at AS "knownAt" FROM run WHERE day = $1::date ORDER BY known_at LIMIT 1`,
    [day],
  );
  return run ? new Date(run.knownAt) : momentAt(day, SCHEDULED_HOUR);
}

async function laterEntries(sql: Sql, { tenancyId, day, knownAt }: ExplainScope, listMadeAt: Date): Promise<LaterEntry[]> {
  const since = knownAt < listMadeAt ? knownAt : listMadeAt;
  const rows = await sql<Omit<LaterEntry, "counted" | "recordedAt"> & { recordedAt: Date | string }>(
    sqlFile("ledger/later-known"),
    [tenancyId, day, since],
  );
  return rows.map((row) => {
    const recordedAt = new Date(row.recordedAt);
    return { ...row, recordedAt, counted: recordedAt <= knownAt };
  });
}

import type { Day } from "../../kernel/day";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { type Arrival, arrivals } from "../domain/arrivals";
import { byNeed, type WorkRow } from "../domain/rows";
import { stepRanks } from "../domain/tabs";
import { togetherOf } from "../domain/window";

/** The table of steps as rows. Words and numbers of our own, nothing that came from outside. */
const STEP_ROWS = stepRanks()
  .map(({ name, tab, rank, acts, comesBack, last }) => `('${name}', '${tab}', ${rank}, ${acts}, ${comesBack}, ${last})`)
  .join(", ");
const CASES = `WITH step (name, tab, rank, acts, comes_back, last) AS (VALUES ${STEP_ROWS}),\nopen_work AS (${sqlFile("queue/open_work")})\n${sqlFile("queue/work")}`;
const PROBLEMS = `WITH problem AS (${sqlFile("cases/problems")})\n${sqlFile("queue/to_find_out")}`;

/** All open work at one moment. */
export interface Work {
  /** Every open case, in the order of the list. */
  readonly cases: readonly WorkRow[];
  /** Every tenancy of which somebody has to find something out, with a case or without; what stands longest first. */
  readonly toFindOut: readonly WorkRow[];
  /** What stands under the row of another: garage and second home of one person. */
  readonly together: ReadonlyMap<number, readonly WorkRow[]>;
  /** The number of the last answer of the rules that it shows. */
  readonly mark: number;
  /** What came into its part of the list since the process looks, by tenancy. */
  readonly arrived: ReadonlyMap<number, Arrival>;
}

/** Asked wholly again after this long, behind what is shown: for what changed without a row that says so. */
const WHOLE_AGAIN_MS = 120_000;
/** Rows before the last mark that are looked at again: one of them may have been committed late. */
const LATE_ROWS = 300;
/** When more than this changed, asking for all is as quick. */
const MOST_CHANGED = 1_500;
/** While a run writes, everything changes all the time: what is so fresh is shown to everybody who asks meanwhile. */
const FRESH_MS = 2_000;

interface Version {
  readonly whole: string;
  readonly key: string;
  readonly audit: string;
  readonly assessment: string;
  readonly attempt: string;
  readonly open: number;
}
interface Known {
  readonly day: Day;
  readonly version: Version;
  /** On the process's own clock. */
  readonly wholeAt: number;
  /** In their order, all of them. */
  readonly cases: readonly WorkRow[];
  readonly problems: readonly WorkRow[];
  readonly arrived: ReadonlyMap<number, Arrival>;
  readonly work: Work;
}

// Pages and routes are bundled apart, each with modules of its own: what is known is one for the whole process.
const kept = globalThis as unknown as { aanbelWork?: Promise<Known>; aanbelWorkAgain?: Promise<unknown> };

/**
 * All open work, in the order of the list, kept up with what is written: of a tenancy about which something was recorded its rows are asked
 * anew, everything after a run or a file. One answer for everybody who looks at the same moment.
 */
export async function openWork(sql: Sql, today: Day): Promise<Work> {
  const [version] = await sql<Version>(sqlFile("queue/version"), []);
  if (!version) throw new Error("the books have no version");
  const before = kept.aanbelWork;
  const next: Promise<Known> =
    before === undefined ? whole(sql, today, version, null) : before.then((one) => advance(sql, today, version, one));
  kept.aanbelWork = next;
  // What failed is not believed.
  next.catch(() => {
    if (kept.aanbelWork === next) kept.aanbelWork = undefined;
  });
  const now = await next;
  if (performance.now() - now.wholeAt > WHOLE_AGAIN_MS && kept.aanbelWorkAgain === undefined) askAgain(sql, today, version, now);
  return now.work;
}

/** Behind what is shown; whoever asks meanwhile gets what is known. */
function askAgain(sql: Sql, today: Day, version: Version, one: Known): void {
  kept.aanbelWorkAgain = whole(sql, today, version, one)
    .then((fresh) => {
      kept.aanbelWork = Promise.resolve(fresh);
    })
    .catch(() => {})
    .finally(() => {
      kept.aanbelWorkAgain = undefined;
    });
}

async function whole(sql: Sql, day: Day, version: Version, before: Known | null): Promise<Known> {
  const [cases, problems] = await Promise.all([sql<WorkRow>(CASES, [day, null]), sql<WorkRow>(PROBLEMS, [day, null])]);
  const wholeAt = performance.now();
  // On a new day everything is looked at anew.
  const arrived =
    before?.day === day ? arrivals(before.cases, cases, before.arrived, Number(version.assessment)) : new Map<number, Arrival>();
  return put({ day, version, wholeAt, arrived, cases: cases.toSorted(byNeed), problems: problems.toSorted(byAge) });
}

async function advance(sql: Sql, day: Day, version: Version, one: Known): Promise<Known> {
  if (one.day !== day) return whole(sql, day, version, one);
  const fresh = performance.now() - one.wholeAt < FRESH_MS;
  if (one.version.whole !== version.whole) return fresh ? one : whole(sql, day, version, one);
  if (one.version.key === version.key && one.version.open === version.open) return one;
  const { audit, assessment, attempt } = one.version;
  const since = [audit, assessment, attempt].map((mark) => String(Math.max(0, Number(mark) - LATE_ROWS)));
  const ids = (await sql<{ id: number }>(sqlFile("queue/changed"), since)).map(({ id }) => id);
  if (ids.length > MOST_CHANGED) return fresh ? one : whole(sql, day, version, one);
  const [cases, problems] = await Promise.all([sql<WorkRow>(CASES, [day, ids]), sql<WorkRow>(PROBLEMS, [day, ids])]);
  const gone = new Set(ids);
  const changed = {
    ...one,
    version,
    arrived: arrivals(
      one.cases.filter(({ tenancyId }) => gone.has(tenancyId)),
      cases,
      one.arrived,
      Number(version.assessment),
    ),
    cases: replaced(one.cases, gone, cases, byNeed),
    problems: replaced(one.problems, gone, problems, byAge),
  };
  // A case came or went that no row told of.
  return changed.cases.length === version.open ? put(changed) : whole(sql, day, version, one);
}

/** Rows in their order without those that are `gone`, and with these in their places. */
function replaced(
  sorted: readonly WorkRow[],
  gone: ReadonlySet<number>,
  rows: readonly WorkRow[],
  order: (a: WorkRow, b: WorkRow) => number,
): readonly WorkRow[] {
  const fresh = rows.toSorted(order);
  const after: WorkRow[] = [];
  let next = 0;
  for (const row of sorted) {
    if (gone.has(row.tenancyId)) continue;
    for (let one = fresh[next]; one && order(one, row) < 0; one = fresh[++next]) after.push(one);
    after.push(row);
  }
  return [...after, ...fresh.slice(next)];
}

const byAge = (a: WorkRow, b: WorkRow) =>
  (a.since ?? "") < (b.since ?? "") ? -1 : (a.since ?? "") > (b.since ?? "") ? 1 : a.tenancyId - b.tenancyId;

function put(one: Omit<Known, "work">): Known {
  // A case that waits for its data stands there already.
  const listed = new Set(one.cases.flatMap(({ tab, tenancyId }) => (tab === "problems" ? [tenancyId] : [])));
  const toFindOut = one.problems.filter(({ tenancyId }) => !listed.has(tenancyId));
  const worked = { cases: one.cases, toFindOut, together: togetherOf(one.cases) };
  return { ...one, work: { ...worked, mark: Number(one.version.assessment), arrived: one.arrived } };
}

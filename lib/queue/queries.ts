import type { Actor } from "@/lib/auth/actor";
import { receiptAmount, searchWords } from "@/lib/kernel/search";
import { completeBySource } from "../bank/queries/complete";
import { type Day, earliest } from "../kernel/day";
import { now } from "../platform/clock";
import { type Db, prisma, type Sql, sqlOf } from "../platform/db";
import { sqlFile } from "../platform/sqlfile";
import { type QueueFilter } from "./domain/filter";
import type { FoundRow, WorkRow } from "./domain/rows";
import { countsByTab, stepRanks, stepsOf } from "./domain/tabs";
import type { SavedView } from "./domain/views";
import { countsOf, type QueueList, rowsOf, windowOf } from "./domain/window";

/** The table of steps as rows. Words and numbers of our own, nothing that came from outside. */
const STEP_ROWS = stepRanks()
  .map(({ name, tab, rank, acts, comesBack, last }) => `('${name}', '${tab}', ${rank}, ${acts}, ${comesBack}, ${last})`)
  .join(", ");
const overOpenWork = (text: string) =>
  `WITH step (name, tab, rank, acts, comes_back, last) AS (VALUES ${STEP_ROWS}),\nopen_work AS (${sqlFile("queue/open_work")})\n${text}`;

/** How long the open work is believed without asking again, when nothing told that it changed. */
const BELIEVED_MS = 2_000;
interface Work {
  /** Every open case. */
  readonly cases: readonly WorkRow[];
  /** Every tenancy of which somebody has to find something out, with a case or without. */
  readonly toFindOut: readonly WorkRow[];
}
let kept: { readonly key: string; readonly at: number; readonly work: Promise<Work> } | null = null;

async function askWork(sql: Sql, today: Day): Promise<Work> {
  const [cases, problems] = await Promise.all([
    sql<WorkRow>(overOpenWork(sqlFile("queue/work")), [today]),
    sql<WorkRow>(`WITH problem AS (${sqlFile("cases/problems")})\n${sqlFile("queue/to_find_out")}`, [today]),
  ]);
  // A case that waits for its data stands there already.
  const listed = new Set(cases.filter(({ tab }) => tab === "problems").map(({ tenancyId }) => tenancyId));
  return { cases, toFindOut: problems.filter(({ tenancyId }) => !listed.has(tenancyId)) };
}

/**
 * All open work, in the order of the list. Asked once for everybody who looks at the same moment: it is asked anew as soon as anybody
 * acts, the rules answer or a file comes in, and after two seconds anyhow.
 */
async function openWork(sql: Sql, today: Day): Promise<Work> {
  const [row] = await sql<{ version: string }>(sqlFile("queue/version"), []);
  const key = `${today} ${row?.version}`;
  if (kept?.key !== key || performance.now() - kept.at > BELIEVED_MS) {
    const work = askWork(sql, today);
    kept = { key, at: performance.now(), work };
    // What failed is not believed.
    work.catch(() => {
      kept = null;
    });
  }
  return kept.work;
}

/** Up to which day receipts are known, of each account where these differ, and which day was last assessed. */
async function measured(db: Db): Promise<Pick<QueueList, "bankThrough" | "accounts" | "runDay">> {
  const { accounts, erp } = await completeBySource((await now(db)).moment);
  const days = accounts.flatMap(({ through }) => (through === null ? [] : [through]));
  const [row] = await sqlOf(db)<{ runDay: string | null }>(sqlFile("queue/measured"), []);
  const differ = new Set(days).size > 1 || accounts.some(({ gap }) => gap !== null);
  return {
    bankThrough: days.length > 0 ? days.reduce(earliest) : erp,
    accounts: differ ? accounts : [],
    runDay: row?.runDay ?? null,
  };
}

/** Tenancies that a search finds today, the likeliest first. */
export const findTenancies = (text: string, today: Day): Promise<readonly FoundRow[]> => search(sqlOf(prisma()), text, today);

function search(sql: Sql, text: string, today: Day): Promise<FoundRow[]> {
  const cents = receiptAmount(text);
  if (cents !== null) return sql<FoundRow>(sqlFile("queue/search_amount"), [today, cents]);
  const words = searchWords(text);
  return sql<FoundRow>(sqlFile("queue/search"), [today, words.map(({ pattern }) => pattern), words.map(({ bare }) => bare)]);
}

/** The work list as `filter` asks for it on `today`: rows in their fixed order, counts per tab, and the place of the chosen case. */
export async function queueList(filter: QueueFilter, today: Day, mine: ReadonlySet<number> = new Set()): Promise<QueueList> {
  const db = prisma();
  const sql = sqlOf(db);
  const [work, known, found] = await Promise.all([
    openWork(sql, today),
    measured(db),
    filter.search ? search(sql, filter.search, today) : null,
  ]);
  const { cases, toFindOut } = work;
  const { rows, total, place, first } = windowOf(filter.tab === "problems" ? [...cases, ...toFindOut] : cases, filter, mine);
  const counts = countsOf(cases, filter, mine);
  const problems = countsOf(toFindOut, filter, mine);
  const byTab = countsByTab(counts);
  return {
    today,
    filter,
    // Nobody chosen yet: the first of the list is the one to start with.
    chosenId: filter.chosen ?? (found ? found[0]?.tenancyId : first) ?? null,
    rows,
    total,
    // What is to be found out lies beside the cases: most of them are somewhere else in the list too.
    counts: { ...byTab, problems: byTab.problems + problems.reduce((sum, { count }) => sum + count, 0) },
    steps: stepsOf(filter.tab, filter.tab === "problems" ? [...counts, ...problems] : counts),
    place: found && filter.chosen === null ? null : place,
    found,
    ...known,
  };
}

/** Every row of the list as `filter` asks for it, without a window. */
export async function queueRows(filter: QueueFilter, today: Day, mine: ReadonlySet<number>): Promise<readonly WorkRow[]> {
  const { cases } = await openWork(sqlOf(prisma()), today);
  return rowsOf(cases, filter, mine);
}

/** One's own views, then those that colleagues share. */
export async function savedViews(actor: Actor): Promise<readonly SavedView[]> {
  const rows = await prisma().savedView.findMany({
    where: { OR: [{ staffId: actor.staffId ?? 0 }, { shared: true, staff: { active: true } }] },
    include: { staff: { select: { firstName: true } } },
    orderBy: { name: "asc" },
  });
  const views = rows.map(({ id, name, address, shared, staffId, staff }) => ({
    ...{ id, name, address, shared },
    by: staffId === actor.staffId ? null : staff.firstName,
  }));
  return [...views.filter(({ by }) => by === null), ...views.filter(({ by }) => by !== null)];
}

/** Buildings to choose from, and before them each place that has several. */
export async function buildingChoices(): Promise<{
  readonly places: readonly string[];
  readonly buildings: readonly { code: string; name: string }[];
}> {
  const buildings = await prisma().building.findMany({
    select: { code: true, name: true, city: true },
    orderBy: { name: "asc" },
  });
  const cities = [...new Set(buildings.map(({ city }) => city))].sort();
  return { places: cities.length > 1 ? cities : [], buildings };
}

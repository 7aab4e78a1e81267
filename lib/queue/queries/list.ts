import { receiptAmount, searchWords } from "@/lib/kernel/search";
import { searchText } from "@/lib/platform/search-key";
import { completeBySource } from "../../bank/queries/complete";
import { type Day, earliest } from "../../kernel/day";
import { now } from "../../platform/clock";
import { type Db, prisma, type Sql, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { arrivedSince } from "../domain/arrivals";
import type { QueueFilter } from "../domain/filter";
import type { FoundRow, WorkRow } from "../domain/rows";
import { countsByTab, stepsOf } from "../domain/tabs";
import { countsOf, type QueueList, rowsOf, windowOf } from "../domain/window";
import { openWork } from "./work";

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

type Counts = ReturnType<typeof countsOf>;
const counts = new WeakMap<readonly WorkRow[], Map<string, Counts>>();

/** The counts of these rows, made once for everybody who narrows them in the same way. */
function counted(rows: readonly WorkRow[], filter: QueueFilter, mine: ReadonlySet<number>): Counts {
  const { building, whose, months } = filter;
  const key = JSON.stringify([building, whose, months, whose === "ik" ? [...mine] : null]);
  const known = counts.get(rows) ?? new Map<string, Counts>();
  counts.set(rows, known);
  const made = known.get(key) ?? countsOf(rows, filter, mine);
  known.set(key, made);
  return made;
}

/** The work list as `filter` asks for it on `today`: rows in their fixed order, counts per tab, and the place of the chosen case. */
export async function queueList(filter: QueueFilter, today: Day, mine: ReadonlySet<number> = new Set()): Promise<QueueList> {
  const db = prisma();
  const sql = sqlOf(db);
  const searched = filter.search && searchText(filter.search);
  const [work, known, found] = await Promise.all([
    openWork(sql, today),
    measured(db),
    searched ? search(sql, searched, today) : null,
  ]);
  const { cases, toFindOut, together } = work;
  const asked = filter.tab === "problems" ? [...cases, ...toFindOut] : cases;
  const { rows, total, place, first } = windowOf(asked, filter, mine, together);
  const inCases = counted(cases, filter, mine);
  const problems = counted(toFindOut, filter, mine);
  const byTab = countsByTab(inCases);
  return {
    today,
    filter,
    // Nobody chosen yet: the first of the list is the one to start with.
    chosenId: filter.chosen ?? (found ? found[0]?.tenancyId : first) ?? null,
    rows,
    total,
    // What is to be found out lies beside the cases: most of them are somewhere else in the list too.
    counts: { ...byTab, problems: byTab.problems + problems.reduce((sum, { count }) => sum + count, 0) },
    steps: stepsOf(filter.tab, filter.tab === "problems" ? [...inCases, ...problems] : inCases),
    place: found && filter.chosen === null ? null : place,
    found,
    searched,
    mark: work.mark,
    ...known,
  };
}

/** How many cases came into the list as `filter` asks for it after the answer with this number, which is the last it showed. */
export async function newInList(filter: QueueFilter, today: Day, mine: ReadonlySet<number>, mark: number): Promise<number> {
  const { cases, arrived } = await openWork(sqlOf(prisma()), today);
  return arrivedSince(rowsOf(cases, filter, mine), filter.tab, arrived, mark);
}

/** Every row of the list as `filter` asks for it, without a window. */
export async function queueRows(filter: QueueFilter, today: Day, mine: ReadonlySet<number>): Promise<readonly WorkRow[]> {
  const { cases } = await openWork(sqlOf(prisma()), today);
  return rowsOf(cases, filter, mine);
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

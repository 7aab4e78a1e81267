import { searchWords } from "@/lib/kernel/search";
import { completeBySource } from "../bank/queries/complete";
import { type Day, earliest } from "../kernel/day";
import { now } from "../platform/clock";
import { type Db, prisma, type Sql, sqlOf } from "../platform/db";
import { sqlFile } from "../platform/sqlfile";
import {
  countsByTab,
  type FoundRow,
  type Place,
  type QueueFilter,
  type QueueList,
  type QueueRow,
  stepRanks,
  stepsOf,
} from "./domain";

/** The table of steps as rows. Words and numbers of our own, nothing that came from outside. */
const STEP_ROWS = stepRanks()
  .map(({ name, tab, rank, acts, comesBack, last }) => `('${name}', '${tab}', ${rank}, ${acts}, ${comesBack}, ${last})`)
  .join(", ");
const overOpenWork = (text: string) =>
  `WITH step (name, tab, rank, acts, comes_back, last) AS (VALUES ${STEP_ROWS}),\nopen_work AS (${sqlFile("queue/open_work")})\n${text}`;

type PlacedRow = QueueRow & Place;
interface Count {
  readonly tab: string;
  readonly doing: string;
  readonly count: number;
  readonly forManager: number;
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

/** Tenancies that a search finds, the likeliest first. */
function search(sql: Sql, text: string, today: Day): Promise<FoundRow[]> {
  const words = searchWords(text);
  return sql<FoundRow>(sqlFile("queue/search"), [today, words.map(({ pattern }) => pattern), words.map(({ bare }) => bare)]);
}

/** The work list as `filter` asks for it on `today`: rows in their fixed order, counts per tab, and the place of the chosen case. */
export async function queueList(filter: QueueFilter, today: Day): Promise<QueueList> {
  const db = prisma();
  const sql = sqlOf(db);
  const [placed, counts, known, found] = await Promise.all([
    sql<PlacedRow>(overOpenWork(sqlFile("queue/list")), [
      today,
      filter.tab,
      filter.step,
      filter.building,
      filter.rows,
      filter.chosen,
    ]),
    sql<Count>(overOpenWork(sqlFile("queue/counts")), [today, filter.building]),
    measured(db),
    filter.search ? search(sql, filter.search, today) : null,
  ]);
  // Nobody chosen yet: the first of the list is the one to start with.
  const chosen = filter.chosen === null ? (found ? undefined : placed[0]) : placed.find((row) => row.tenancyId === filter.chosen);
  return {
    filter,
    chosenId: filter.chosen ?? chosen?.tenancyId ?? found?.[0]?.tenancyId ?? null,
    rows: placed,
    total: placed[0]?.total ?? 0,
    counts: countsByTab(counts),
    steps: stepsOf(filter.tab, counts),
    place: chosen ? { place: chosen.place, total: chosen.total, previousId: chosen.previousId, nextId: chosen.nextId } : null,
    found,
    ...known,
  };
}

/** Buildings with open work, for the filter in words. */
export async function buildingsWithWork(): Promise<readonly { code: string; name: string }[]> {
  return prisma().building.findMany({ select: { code: true, name: true }, orderBy: { name: "asc" } });
}

import { addMonths, type Day, lastDay, type Month } from "@/lib/kernel/day";
import { type Cents, cents, sum } from "@/lib/kernel/money";
import { positions } from "@/lib/ledger/queries/positions";
import { now } from "@/lib/platform/clock";
import { pool, prisma, type Sql, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { calendarYears } from "../domain";

/** One month as the command line prints it; cents as numbers, null where nothing was measured or entered. */
export interface Figures {
  readonly month: Month;
  readonly tenancies: number;
  readonly arrearsCents: number;
  readonly arrearsYearBeforeCents: number | null;
  readonly evictions: number;
  readonly evictionsYearBefore: number;
}

/** The figures of a month straight from the ledger as known now: the truth the dashboard's stored month figures must equal. */
export async function figures(month: Month): Promise<Figures> {
  const sql = sqlOfClient(pool());
  const knownAt = (await now()).moment;
  const yearBefore = addMonths(month, -12);
  const years = calendarYears(month);
  const [at, before, evictions, evictionsBefore] = await Promise.all([
    sittingArrears(sql, lastDay(month), knownAt),
    sittingArrears(sql, lastDay(yearBefore), knownAt),
    evictionsIn(sql, years.from, years.to),
    evictionsIn(sql, years.beforeFrom, years.beforeTo),
  ]);
  const [arrearsByHand, evictionsByHand] = await Promise.all([
    byHand("arrears", yearBefore),
    byHand("evictions", yearBefore.slice(0, 4)),
  ]);
  // A figure entered by hand stands in only where the ledger has nothing from that time.
  const arrearsBefore = before.measured ? before.arrears : arrearsByHand;
  return {
    month,
    tenancies: at.tenancies,
    arrearsCents: Number(at.arrears),
    arrearsYearBeforeCents: arrearsBefore === null ? null : Number(arrearsBefore),
    evictions,
    evictionsYearBefore:
      evictionsBefore === 0 && !before.measured && evictionsByHand !== null ? Number(evictionsByHand) : evictionsBefore,
  };
}

async function sittingArrears(
  sql: Sql,
  asOf: Day,
  knownAt: Date,
): Promise<{ tenancies: number; arrears: Cents; measured: boolean }> {
  const [sitting, all] = await Promise.all([
    sql<{ id: number }>(sqlFile("dashboard/sitting"), [asOf]),
    positions(sql, { asOf, knownAt, tenancyIds: null }),
  ]);
  const ids = new Set(sitting.map((row) => row.id));
  const arrears = sum(all.filter((position) => ids.has(position.tenancyId)).map((position) => position.overdue));
  return { tenancies: ids.size, arrears, measured: all.length > 0 };
}

async function evictionsIn(sql: Sql, from: Day, to: Day): Promise<number> {
  const [row] = await sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM eviction WHERE carried_out_on BETWEEN $1::date AND $2::date",
    [from, to],
  );
  return row?.count ?? 0;
}

async function byHand(kind: "arrears" | "evictions", period: string): Promise<Cents | null> {
  const row = await prisma().pastFigure.findUnique({ where: { kind_period: { kind, period } } });
  return row ? cents(row.value) : null;
}

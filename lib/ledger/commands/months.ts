import { addMonths, type Day, lastDay, type Month, monthOf } from "../../kernel/day";
import { add, type Cents, cents, least, subtract, sum, ZERO } from "../../kernel/money";
import { now } from "../../platform/clock";
import { type Db, inTransaction, prisma, type Sql, sqlOf } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import { allocate } from "../domain/allocate";
import { accounts } from "../queries/accounts";
import { positionsInParts, type TenancyPosition } from "../queries/positions";

/** Month figures are read models: the ledger can always give them again. Further back than this only when asked for. */
const MONTHS_KEPT = 37;
const UP_TO_DATE = "ledger.monthsUpToDate";

/** Computes the month ends from `from` through `to` again, as known now. @returns how many */
export async function refreshMonths(from: Month, to: Month): Promise<number> {
  let count = 0;
  for (let month = from; month <= to; month = addMonths(month, 1)) {
    await inTransaction((db) => refreshMonth(db, month));
    count++;
  }
  return count;
}

/**
 * Computes the month ends that are over and have no figure yet, or that later recorded entries changed. Kept up by the
 * run and after an import of older entries; killed halfway, the next time does it again.
 */
export async function refreshStaleMonths(): Promise<number> {
  const { day, moment } = await now();
  const setting = await prisma().setting.findUnique({ where: { key: UP_TO_DATE } });
  const since = typeof setting?.value === "string" ? setting.value : null;
  const [found] = await sqlOf(prisma())<StaleRow>(sqlFile("ledger/stale-months"), [since]);
  const to = addMonths(monthOf(day), -1);
  const from = found ? staleFrom(found, to) : null;
  const count = from === null ? 0 : await refreshMonths(from, to);
  const value = moment.toISOString();
  await prisma().setting.upsert({ where: { key: UP_TO_DATE }, create: { key: UP_TO_DATE, value }, update: { value } });
  return count;
}

interface StaleRow {
  readonly lastFigure: Month | null;
  readonly touched: Day | null;
}

function staleFrom({ lastFigure, touched }: StaleRow, to: Month): Month | null {
  const changed = touched === null ? null : monthOf(touched);
  const missing = lastFigure === null ? null : addMonths(lastFigure, 1);
  const wanted = [changed, missing].filter((month) => month !== null).sort()[0];
  if (wanted === undefined) return null;
  const oldest = addMonths(to, 1 - MONTHS_KEPT);
  return wanted > oldest ? wanted : oldest;
}

async function refreshMonth(db: Db, month: Month): Promise<void> {
  const sql = sqlOf(db);
  const { moment } = await now(db);
  const day = lastDay(month);
  await db.monthPosition.deleteMany({ where: { month } });
  let arrearsCents = ZERO;
  let departedCents = ZERO;
  for await (const part of positionsInParts(sql, { asOf: day, knownAt: moment, tenancyIds: null })) {
    const rows = part.flatMap((one) => (one.overdue > 0n ? [rowOf(one)] : []));
    if (rows.length === 0) continue;
    const [kept] = await sql<{ arrears: string; departed: string }>(sqlFile("ledger/month-positions"), [
      day,
      month,
      JSON.stringify(rows),
    ]);
    arrearsCents = add(arrearsCents, cents(BigInt(kept?.arrears ?? 0)));
    departedCents = add(departedCents, cents(BigInt(kept?.departed ?? 0)));
  }
  const [sitting] = await sql<{ tenancies: number }>(SITTING, [day, moment]);
  const figure = {
    tenancies: sitting?.tenancies ?? 0,
    arrearsCents,
    departedCents,
    collectableCents: subtract(arrearsCents, await onHold(sql, day, moment)),
    computedAt: moment,
  };
  await db.monthFigure.upsert({ where: { month }, create: { month, ...figure }, update: figure });
}

const SITTING = `SELECT count(*)::int AS tenancies FROM tenancy t
  WHERE t.recorded_at <= $2::timestamptz AND t.starts_on <= $1::date AND (t.ends_on IS NULL OR t.ends_on >= $1::date)`;

const rowOf = (one: TenancyPosition) => ({
  tenancy_id: one.tenancyId,
  ...{ open: String(one.open), overdue: String(one.overdue), credit: String(one.credit) },
  ...{ months_behind: one.monthsBehind, months_in_arrears: one.monthsInArrears },
});

/** What of the arrears of sitting tenancies is disputed or on hold on that day. */
async function onHold(sql: Sql, day: Day, knownAt: Date): Promise<Cents> {
  const held = await sql<{ tenancyId: number; chargeId: string }>(sqlFile("ledger/held-charges"), [day, knownAt]);
  if (held.length === 0) return ZERO;
  const ids = new Set(held.map((row) => row.chargeId));
  const found = await accounts(sql, { day, knownAt, tenancyIds: [...new Set(held.map((row) => row.tenancyId))] });
  return sum(
    [...found.values()].map((account) => {
      const { charges, position } = allocate(account, day);
      const open = charges.filter(({ charge }) => ids.has(charge.id) && charge.dueOn < day).map((laid) => laid.open);
      return least(sum(open), position.overdue);
    }),
  );
}

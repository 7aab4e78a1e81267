import { addMonths, type Month } from "@/lib/kernel/day";
import { type Cents, cents } from "@/lib/kernel/money";
import { pool, type Sql, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { BANDS, type BandCode, type Became, calendarYears, type MonthPair, reductionPercent, yearUpTo } from "../domain";

export interface Band {
  readonly code: BandCode;
  /** People, once over all their tenancies. */
  readonly tenants: number;
  readonly before: number | null;
  readonly overdue: Cents;
}

export interface BuildingBehind {
  readonly id: number;
  readonly name: string;
  readonly homes: number;
  readonly behind: number;
  readonly before: number | null;
}

export interface ChannelWay {
  readonly channel: "call" | "sms" | "door" | "card" | "visit";
  readonly tried: number;
  readonly reached: number;
  readonly usualDay: number;
}

export interface CasesOfYear {
  readonly opened: number;
  readonly calledFirstMonth: number;
  readonly cured: number;
  readonly curedByItself: number;
  readonly arranged: number;
  readonly stillOpen: number;
  /** Closed, and not because it was paid: departed, deceased. */
  readonly otherwise: number;
  readonly daysToCure: number | null;
}

export interface LawCounts {
  readonly evictions: number;
  readonly evictionsArrears: number;
  readonly byReason: Readonly<Record<string, number>>;
  readonly byHousehold: Readonly<Record<string, number>>;
  readonly judgments: number;
  /** Judged tenancies, each once, by what had come of it on the last day. */
  readonly judged: Readonly<Partial<Record<Became, number>>>;
  readonly notices: number;
  readonly averted: number;
  readonly keysReturned: number;
  readonly leftSilently: number;
  readonly reported: number;
  readonly helped: number;
  readonly arrangements: number;
  readonly evictionsByHand: number | null;
}

/** Everything the board looks at for one month; each number can be opened as a list. */
export interface Board {
  readonly month: Month;
  readonly tenancies: number | null;
  readonly arrears: Cents | null;
  readonly before: Cents | null;
  readonly beforeByHand: boolean;
  readonly reported: Cents | null;
  readonly reduction: number | null;
  readonly departed: Cents | null;
  readonly departedBefore: Cents | null;
  /** With the debt of the departed added on both sides, so that a departure is no reduction. */
  readonly reductionWithDeparted: number | null;
  readonly homes: number;
  readonly collectable: Cents | null;
  readonly lines: readonly MonthPair[];
  readonly bands: readonly Band[];
  /** Garages and shops behind whose renters have no home with us: in the arrears, not among the tenants. */
  readonly withoutHome: { readonly tenancies: number; readonly overdue: Cents };
  readonly buildings: readonly BuildingBehind[];
  readonly way: readonly ChannelWay[];
  readonly cases: CasesOfYear;
  readonly casesBefore: CasesOfYear;
  readonly law: LawCounts;
  readonly lawBefore: LawCounts;
  /** Evictions of the same stretch a year before; entered by hand only where nothing was measured then. */
  readonly evictionsBefore: { readonly count: number; readonly byHand: boolean };
}

interface LineRow {
  month: Month;
  arrears: string | null;
  departed: string | null;
  collectable: string | null;
  tenancies: number | null;
  reported: string | null;
  by_hand: boolean;
}

const added = (one: Cents | null, other: Cents | null): Cents | null =>
  one === null || other === null ? null : cents(one + other);
const money = (text: string | null): Cents | null => (text === null ? null : cents(BigInt(text)));

/** The board of one month, for everyone who may see management's figures. Reads month figures, never the ledger. */
export async function board(month: Month): Promise<Board> {
  const sql = sqlOfClient(pool());
  const years = calendarYears(month);
  const [rows, homes, [bands, withoutHome], buildings, way, cases, casesBefore, law, lawBefore] = await Promise.all([
    sql<LineRow>(sqlFile("dashboard/lines"), [month]),
    sql<{ homes: number }>(sqlFile("dashboard/homes"), [years.to]),
    bandsOf(sql, month),
    buildingsOf(sql, month, 4),
    wayOf(sql, years.from, years.to),
    casesOf(sql, years.from, years.to),
    casesOf(sql, years.beforeFrom, years.beforeTo),
    lawOf(sql, years.from, years.to),
    lawOf(sql, years.beforeFrom, years.beforeTo),
  ]);
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  const arrearsOf = (m: Month) => money(byMonth.get(m)?.arrears ?? null);
  const now = byMonth.get(month);
  const yearAgo = byMonth.get(addMonths(month, -12));
  const arrears = arrearsOf(month);
  const before = arrearsOf(addMonths(month, -12));
  const departed = money(now?.departed ?? null);
  const departedBefore = money(yearAgo?.departed ?? null);
  return {
    month,
    tenancies: now?.tenancies ?? null,
    arrears,
    before,
    beforeByHand: yearAgo?.by_hand ?? false,
    reported: money(now?.reported ?? null),
    reduction: reductionPercent(arrears, before),
    departed,
    departedBefore,
    reductionWithDeparted: reductionPercent(added(arrears, departed), added(before, departedBefore)),
    homes: homes[0]?.homes ?? 0,
    collectable: money(now?.collectable ?? null),
    lines: yearUpTo(month).map((m) => ({ month: m, arrears: arrearsOf(m), before: arrearsOf(addMonths(m, -12)) })),
    bands,
    withoutHome,
    buildings,
    way,
    cases,
    casesBefore,
    law,
    lawBefore,
    evictionsBefore: evictionsBefore(lawBefore, before === null || (yearAgo?.by_hand ?? false)),
  };
}

function evictionsBefore(law: LawCounts, unmeasured: boolean): Board["evictionsBefore"] {
  const byHand = unmeasured && law.evictions === 0 && law.evictionsByHand !== null;
  return { count: byHand ? (law.evictionsByHand ?? 0) : law.evictions, byHand };
}

/** Months that have a measured or entered figure, newest first; empty when nothing was measured yet. */
export async function monthsWithFigures(): Promise<Month[]> {
  const rows = await sqlOfClient(pool())<{ month: Month }>("SELECT month FROM month_figure ORDER BY month DESC", []);
  return rows.map((row) => row.month);
}

const overHouseholds = (name: "bands" | "buildings") => `${sqlFile("dashboard/households")}\n${sqlFile(`dashboard/${name}`)}`;

async function bandsOf(sql: Sql, month: Month): Promise<[Band[], Board["withoutHome"]]> {
  const edges = BANDS.map((band) => band.from);
  type Row = { band: number; tenants: number; overdue: string };
  const [now, before] = await Promise.all([
    sql<Row>(overHouseholds("bands"), [[month], edges]),
    sql<Row>(overHouseholds("bands"), [[addMonths(month, -12)], edges]),
  ]);
  const rest = now.find((row) => row.band === -1);
  const bands = BANDS.map((band, index) => {
    const row = now.find((r) => r.band === index);
    return {
      code: band.code,
      tenants: row?.tenants ?? 0,
      before: before.length === 0 ? null : (before.find((r) => r.band === index)?.tenants ?? 0),
      overdue: money(row?.overdue ?? "0") as Cents,
    };
  });
  return [bands, { tenancies: rest?.tenants ?? 0, overdue: money(rest?.overdue ?? "0") as Cents }];
}

async function buildingsOf(sql: Sql, month: Month, limit: number): Promise<BuildingBehind[]> {
  type Row = { id: number; name: string; behind: number; before: number; homes: number };
  const before = addMonths(month, -12);
  return sql<Row>(overHouseholds("buildings"), [[month, before], month, before, limit]);
}

async function wayOf(sql: Sql, from: string, to: string): Promise<ChannelWay[]> {
  type Row = { channel: ChannelWay["channel"]; tried: number; reached: number; usual_day: number };
  const rows = await sql<Row>(sqlFile("dashboard/way"), [from, to]);
  return (["call", "sms", "door", "card", "visit"] as const).map((channel) => {
    const row = rows.find((r) => r.channel === channel);
    return { channel, tried: row?.tried ?? 0, reached: row?.reached ?? 0, usualDay: row?.usual_day ?? 0 };
  });
}

async function casesOf(sql: Sql, from: string, to: string): Promise<CasesOfYear> {
  type Row = {
    opened: number;
    called_first_month: number;
    cured: number;
    cured_by_itself: number;
    arranged: number;
    still_open: number;
    otherwise: number;
    days_to_cure: number | null;
  };
  const [row] = await sql<Row>(sqlFile("dashboard/cases"), [from, to]);
  return {
    opened: row?.opened ?? 0,
    calledFirstMonth: row?.called_first_month ?? 0,
    cured: row?.cured ?? 0,
    curedByItself: row?.cured_by_itself ?? 0,
    arranged: row?.arranged ?? 0,
    stillOpen: row?.still_open ?? 0,
    otherwise: row?.otherwise ?? 0,
    daysToCure: row?.days_to_cure ?? null,
  };
}

/** Evictions, judgments and help counted over a stretch of days. */
async function lawOf(sql: Sql, from: string, to: string): Promise<LawCounts> {
  type Row = {
    evictions: number;
    evictions_arrears: number;
    by_reason: Record<string, number> | null;
    by_household: Record<string, number> | null;
    judgments: number;
    judged: LawCounts["judged"] | null;
    notices: number;
    averted: number;
    keys_returned: number;
    left_silently: number;
    reported: number;
    helped: number;
    arrangements: number;
    evictions_by_hand: number | null;
  };
  const [row] = await sql<Row>(`${sqlFile("dashboard/judged")}${sqlFile("dashboard/law")}`, [from, to]);
  if (!row) throw new Error("law.sql answers one row");
  return {
    evictions: row.evictions,
    evictionsArrears: row.evictions_arrears,
    byReason: row.by_reason ?? {},
    byHousehold: row.by_household ?? {},
    judgments: row.judgments,
    judged: row.judged ?? {},
    notices: row.notices,
    averted: row.averted,
    keysReturned: row.keys_returned,
    leftSilently: row.left_silently,
    reported: row.reported,
    helped: row.helped,
    arrangements: row.arrangements,
    evictionsByHand: row.evictions_by_hand,
  };
}

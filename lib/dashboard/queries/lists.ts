import type { Day, Month } from "@/lib/kernel/day";
import { type Cents, cents } from "@/lib/kernel/money";
import { pool, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Became } from "../domain";

export interface NameParts {
  readonly salutation: string | null;
  readonly initials: string | null;
  readonly prefix: string | null;
  readonly lastName: string;
}
export interface AddressParts {
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string | null;
  readonly addition: string | null;
}

interface WhoRow {
  number: string;
  salutation: string | null;
  initials: string | null;
  prefix: string | null;
  last_name: string | null;
  street: string;
  house_number: string;
  house_letter: string | null;
  addition: string | null;
  building: string | null;
}

const whoOf = (row: WhoRow) => ({
  number: row.number,
  name: row.last_name
    ? { salutation: row.salutation, initials: row.initials, prefix: row.prefix, lastName: row.last_name }
    : null,
  address: { street: row.street, houseNumber: row.house_number, houseLetter: row.house_letter, addition: row.addition },
  building: row.building,
});

export interface BehindRow {
  readonly tenancyId: number;
  /** The same for all tenancies of the same people; null for a garage or shop of somebody without a home with us. */
  readonly tenant: string | null;
  readonly number: string;
  readonly name: NameParts | null;
  readonly address: AddressParts;
  readonly building: string | null;
  readonly overdue: Cents;
  readonly months: number;
  readonly hundredths: number;
}

/** The tenancies a figure of a month counts. `from`/`to`: hundredths of a month's rent, `to` exclusive or open; null: all. */
export async function behindInMonth(filter: {
  month: Month;
  sitting: boolean;
  from: number | null;
  to: number | null;
  buildingId: number | null;
  withoutHome: boolean;
}): Promise<BehindRow[]> {
  type Row = WhoRow & { id: number; tenant: string | null; overdue: string; months: number; hundredths: number };
  const rows = await sqlOfClient(pool())<Row>(`${sqlFile("dashboard/households")}\n${sqlFile("dashboard/list_arrears")}`, [
    [filter.month],
    filter.sitting,
    filter.from,
    filter.to,
    filter.buildingId,
    filter.withoutHome,
  ]);
  return rows.map((row) => ({
    ...whoOf(row),
    tenancyId: row.id,
    tenant: row.tenant,
    overdue: cents(BigInt(row.overdue)),
    months: row.months,
    hundredths: row.hundredths,
  }));
}

export interface EvictionRow {
  readonly tenancyId: number;
  readonly number: string;
  readonly name: NameParts | null;
  readonly address: AddressParts;
  readonly building: string | null;
  readonly day: Day;
  readonly reason: string;
  readonly household: string;
}

/** Evictions carried out from one day up to another. */
export async function evictionsBetween(from: Day, to: Day): Promise<EvictionRow[]> {
  type Row = WhoRow & { tenancy_id: number; day: Day; reason: string; household: string };
  const rows = await sqlOfClient(pool())<Row>(sqlFile("dashboard/list_evictions"), [from, to]);
  return rows.map((row) => ({
    ...whoOf(row),
    tenancyId: row.tenancy_id,
    day: row.day,
    reason: row.reason,
    household: row.household,
  }));
}

export interface JudgedRow extends Omit<EvictionRow, "reason" | "household"> {
  readonly became: Became;
}

/** Tenancies judged from one day up to another, each once, and what had come of it on the last. */
export async function judgedBetween(from: Day, to: Day): Promise<JudgedRow[]> {
  type Row = WhoRow & { tenancy_id: number; day: Day; became: Became };
  const text = `${sqlFile("dashboard/judged")}${sqlFile("dashboard/list_judgments")}`;
  const rows = await sqlOfClient(pool())<Row>(text, [from, to]);
  return rows.map((row) => ({ ...whoOf(row), tenancyId: row.tenancy_id, day: row.day, became: row.became }));
}

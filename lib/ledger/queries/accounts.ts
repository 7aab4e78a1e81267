import type { Day } from "../../kernel/day";
import { cents } from "../../kernel/money";
import type { Sql } from "../../platform/db";
import { sqlFile } from "../../platform/sqlfile";
import type { Designation, Entry } from "../domain/entry";

export interface Account {
  readonly entries: readonly Entry[];
  readonly designations: readonly Designation[];
}
export interface AccountsAt {
  readonly day: Day;
  readonly knownAt: Date;
  readonly tenancyIds: readonly number[];
}

/** Entries are many: they travel as arrays in this order. */
type EntryRow = [
  id: string,
  kind: Entry["kind"],
  category: Entry["category"],
  amount: string,
  bookedOn: Day,
  dueOn: Day | null,
  reversesId: string | null,
  source: string,
  number: string,
];
type DesignationRow = [paymentId: string, chargeId: string, amount: string];

const EMPTY: Account = { entries: [], designations: [] };

/** The rent accounts of these tenancies as of a day and known at a moment, to lay out charge by charge (`allocate`). */
export async function accounts(sql: Sql, { day, knownAt, tenancyIds }: AccountsAt): Promise<Map<number, Account>> {
  const found = new Map<number, Account>();
  const rows = await sql<{ kind: "entries" | "designations"; tenancyId: number; rows: string }>(sqlFile("ledger/accounts"), [
    day,
    knownAt,
    tenancyIds,
  ]);
  for (const { kind, tenancyId, rows: json } of rows) {
    const account = found.get(tenancyId) ?? EMPTY;
    const part = kind === "entries" ? { entries: entriesOf(json) } : { designations: designationsOf(json) };
    found.set(tenancyId, { ...account, ...part });
  }
  return found;
}

const entriesOf = (json: string): Entry[] =>
  (JSON.parse(json) as EntryRow[]).map(([id, kind, category, amount, bookedOn, dueOn, reversesId, source, number]) => ({
    ...{ id, kind, category, amount: cents(BigInt(amount)), bookedOn, dueOn, reversesId, source, number },
  }));

const designationsOf = (json: string): Designation[] =>
  (JSON.parse(json) as DesignationRow[]).map(([paymentId, chargeId, amount]) => ({
    ...{ paymentId, chargeId, amount: cents(BigInt(amount)) },
  }));

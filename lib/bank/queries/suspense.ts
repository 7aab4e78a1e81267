import type { Day } from "@/lib/kernel/day";
import { searchWords } from "@/lib/kernel/search";
import { pool, type Sql, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";

/** A receipt (or a return, negative) that waits for a person. */
export interface SuspenseLine {
  readonly id: number;
  readonly cents: string;
  readonly bookedOn: Day;
  readonly counterparty: string | null;
  readonly iban: string | null;
  readonly remittance: string | null;
  readonly reference: string | null;
  readonly returnReason: string | null;
  readonly because: string | null;
  readonly statementId: number;
}

/** A tenancy it may be for, and what speaks for it. */
export interface Candidate {
  readonly tenancyId: number;
  readonly number: string;
  readonly endsOn: Day | null;
  readonly names: string | null;
  readonly address: string;
  readonly rentCents: string | null;
  readonly facts: readonly string[];
  /** Its part, when the line pays for several together. */
  readonly cents: string | null;
  /** It came from the search. */
  readonly searched: boolean;
}

export interface SuspenseAllocation {
  readonly id: number;
  readonly cents: string;
  readonly bookedOn: Day;
  readonly counterparty: string | null;
  readonly disposition: string;
  /** Why it was set aside. */
  readonly note: string | null;
  /** Names and contracts it was placed on; null when it was set aside. */
  readonly places: string | null;
}

/** A charge that is still open, to name in a division. */
export interface Term {
  readonly id: string;
  readonly tenancyId: number;
  readonly dueOn: Day;
  readonly category: string;
  readonly cents: string;
}

const MOST = 200;

/** What waits, oldest first, and how many there are in all. */
export async function suspenseLines(): Promise<{ lines: SuspenseLine[]; total: number; totalCents: bigint }> {
  const sql = sqlOfClient(pool());
  const lines = await sql<SuspenseLine>(
    `SELECT id, amount_cents::text AS cents, booked_on::text AS "bookedOn", counterparty, iban, remittance, reference,
       return_reason AS "returnReason", because, statement_id AS "statementId"
     FROM bank_line WHERE disposition = 'suspense' ORDER BY booked_on, id LIMIT ${MOST}`,
    [],
  );
  const [all] = await sql<{ total: number; cents: string }>(
    "SELECT count(*)::int AS total, coalesce(sum(amount_cents), 0)::text AS cents FROM bank_line WHERE disposition = 'suspense'",
    [],
  );
  return { lines, total: all?.total ?? 0, totalCents: BigInt(all?.cents ?? "0") };
}

/** Tenancies a line may be for, likeliest first; those found with the searched words before them. */
export async function candidatesFor(lineId: number, search = ""): Promise<Candidate[]> {
  type Row = Omit<Candidate, "facts"> & { facts: string };
  const rows = await sqlOfClient(pool())<Row>(sqlFile("bank/candidates"), [
    lineId,
    searchWords(search).map(({ pattern }) => pattern),
  ]);
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as string[] }));
}

/** Whether lines of this account, or what is known of it, point to others than this tenancy (null: to more than one). */
export async function paysOthers(sql: Sql, iban: string | null, tenancyId: number | null): Promise<boolean> {
  if (iban === null) return false;
  const [row] = await sql<{ others: boolean }>(sqlFile("bank/pays-others"), [iban, tenancyId]);
  return row?.others ?? false;
}

/** Whether this account pays for several tenancies: then it is not remembered for one of them. */
export const accountIsShared = (iban: string | null): Promise<boolean> => paysOthers(sqlOfClient(pool()), iban, null);

/** The latest charges of these tenancies, to name what a part is for. */
export const termsOf = (tenancyIds: readonly number[]): Promise<Term[]> =>
  sqlOfClient(pool())<Term>(
    `SELECT e.id::text AS id, e.tenancy_id AS "tenancyId", e.due_on::text AS "dueOn", e.category, e.amount_cents::text AS cents
     FROM unnest($1::int[]) t (id) CROSS JOIN LATERAL (
       SELECT * FROM ledger_entry WHERE tenancy_id = t.id AND kind = 'charge' ORDER BY due_on DESC, id DESC LIMIT 9) e
     ORDER BY e.tenancy_id, e.due_on DESC, e.id DESC`,
    [tenancyIds],
  );

/** What was placed or set aside by hand last, to undo. */
export const latestAllocations = (): Promise<SuspenseAllocation[]> =>
  sqlOfClient(pool())<SuspenseAllocation>(sqlFile("bank/latest"), []);

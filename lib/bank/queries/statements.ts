import type { Day } from "@/lib/kernel/day";
import { pool, sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Gap } from "../domain/chain";
import type { Named } from "../domain/named";
import { namedFor } from "./named";
import type { ReceiptSource } from "./receipt-sources";

export interface StatementRow {
  readonly id: number;
  readonly accountId: number;
  readonly ident: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly openingCents: string | null;
  readonly closingCents: string | null;
  /** All its pages and lines were read. */
  readonly whole: boolean;
  readonly lines: number;
  readonly suspense: number;
}

export interface LineRow {
  readonly id: number;
  readonly cents: string;
  readonly bookedOn: Day;
  readonly counterparty: string | null;
  readonly remittance: string | null;
  readonly returnReason: string | null;
  readonly disposition: string;
  readonly because: string | null;
  /** What together made it certain. */
  readonly facts: readonly string[];
  readonly note: string | null;
  /** A collection of our own: what we sent under its name (null: nothing we know of), and what the bank booked. */
  readonly batch: OwnBatch | null;
  /** What its payer named it for. */
  readonly named: Named | null;
  readonly places: readonly {
    readonly tenancyId: number;
    readonly number: string;
    readonly names: string | null;
    readonly cents: string;
  }[];
}

export interface OwnBatch {
  readonly name: string | null;
  readonly oursCents: string | null;
  readonly bookedCents: string;
}

export interface OpenGap extends Gap {
  readonly id: number;
  readonly accountId: number;
}

export interface LearnedIban {
  readonly id: number;
  readonly iban: string;
  readonly number: string;
  readonly tenancyId: number;
  readonly names: string | null;
  readonly learnedOn: Day;
}

const MOST_STATEMENTS = 60;
const MOST_LINES = 500;

/** The latest statements of every account, newest first. */
export const statements = (): Promise<StatementRow[]> =>
  sqlOfClient(pool())<StatementRow>(sqlFile("bank/statements"), [null, MOST_STATEMENTS]);

/** One statement with its lines and what became of each; null when there is none. */
export async function statementOf(id: number): Promise<{ statement: StatementRow; lines: LineRow[] } | null> {
  const sql = sqlOfClient(pool());
  const [statement] = await sql<StatementRow>(sqlFile("bank/statements"), [id, 1]);
  if (!statement) return null;
  type Row = Omit<LineRow, "facts" | "places" | "named" | "batch"> & { facts: string; places: string; entryId: string | null };
  const rows = await sql<Row>(sqlFile("bank/statement-lines"), [id, MOST_LINES]);
  const named = await namedFor(
    sql,
    rows.flatMap(({ entryId }) => entryId ?? []),
  );
  const batches = new Map(
    rows.some((row) => row.because === "own-batch")
      ? (await sql<OwnBatch & { id: number }>(sqlFile("bank/batches"), [id])).map((row) => [row.id, row])
      : [],
  );
  const lines = rows.map(({ entryId, facts, places, ...row }): LineRow => {
    return {
      ...row,
      facts: JSON.parse(facts),
      places: JSON.parse(places),
      named: named.get(entryId ?? "") ?? null,
      batch: batches.get(row.id) ?? null,
    };
  });
  return { statement, lines };
}

/** Every break that is open. */
export const openGaps = (): Promise<OpenGap[]> =>
  sqlOfClient(pool())<OpenGap>(
    `SELECT id, account_id AS "accountId", from_day::text AS "from", to_day::text AS "to", kind
     FROM bank_gap WHERE closed_at IS NULL ORDER BY account_id, from_day`,
    [],
  );

/** What the other source sent and was ignored, per account: counted, never lost from sight. */
export const ignoredPerAccount = (): Promise<{ accountId: number; because: string; count: number; cents: string }[]> =>
  sqlOfClient(pool())(
    `SELECT account_id AS "accountId", because, count(*)::int AS count, sum(amount_cents)::text AS cents
     FROM bank_line WHERE disposition = 'ignored' GROUP BY account_id, because ORDER BY 1, 2`,
    [],
  );

/** Accounts that staff taught, newest first. */
export const learnedIbans = (): Promise<LearnedIban[]> =>
  sqlOfClient(pool())<LearnedIban>(
    `SELECT b.id, b.iban, t.number, t.id AS "tenancyId", (b.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "learnedOn",
       (SELECT string_agg(concat_ws(' ', p.initials, p.prefix, p.last_name), ' en ' ORDER BY tp.id) FROM tenancy_person tp
        JOIN person p ON p.id = tp.person_id WHERE tp.tenancy_id = t.id AND tp.role IN ('tenant', 'co-tenant')) AS names
     FROM tenancy_iban b JOIN tenancy t ON t.id = b.tenancy_id
     WHERE b.line_id IS NOT NULL AND b.forgotten_at IS NULL ORDER BY b.id DESC LIMIT 100`,
    [],
  );

export const accounts = (): Promise<{ id: number; iban: string; name: string }[]> =>
  sqlOfClient(pool())("SELECT id, iban, name FROM bank_account ORDER BY id", []);

/** The choice in force per account, and of all others together. */
export const receiptSourcesNow = (): Promise<ReceiptSource[]> =>
  sqlOfClient(pool())(
    `SELECT DISTINCT ON (account_id) account_id AS "accountId", source, from_day::text AS "from" FROM receipt_source ORDER BY account_id, id DESC`,
    [],
  );

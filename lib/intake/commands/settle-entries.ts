import { designateReceipts, REMITTANCE_TABLE } from "@/lib/bank/commands/designate-receipts";
import { DUPLICATE_DAYS, pairDuplicates, type Resemblance } from "@/lib/bank/domain/cross-source-duplicates";
import type { Day } from "@/lib/kernel/day";
import { insertRows } from "@/lib/platform/bulk";
import { sqlOfClient } from "@/lib/platform/db";
import { sqlFile } from "@/lib/platform/sqlfile";
import { judgeReversals, type ReversalCandidate } from "../domain/reversals";
import type { Importing } from "./importing";

type Duplicate = readonly [line: number, entryId: string];

/** Receipts that the bank reported first are kept as duplicates of its entry, not posted again. */
async function keepDuplicates({ client, fileId, moment }: Importing, duplicates: readonly Duplicate[]): Promise<void> {
  if (duplicates.length === 0) return;
  await client.query(
    `WITH pair AS (SELECT * FROM unnest($1::int[], $2::bigint[]) p (line, entry_id)),
     kept AS (
       INSERT INTO cross_source_duplicate (tenancy_id, source_number, entry_id, amount_cents, file_id, recorded_at)
       SELECT s.tenancy_id, s.number, p.entry_id, s.amount, $3, $4 FROM staged s JOIN pair p ON p.line = s.line)
     UPDATE staged s SET outcome = 'ignored', field = 'soort', code_said = 'bank-sent-it',
       vals = jsonb_build_object('bookedOn', e.booked_on, 'amountCents', e.amount_cents::text)
     FROM pair p JOIN ledger_entry e ON e.id = p.entry_id WHERE p.line = s.line`,
    [duplicates.map(([line]) => line), duplicates.map(([, entry]) => entry), fileId, moment],
  );
}

async function settleReceipts(importing: Importing): Promise<void> {
  const { rows } = await importing.client.query<Resemblance>(sqlFile("intake/entries-duplicates"), [DUPLICATE_DAYS]);
  await keepDuplicates(importing, [...pairDuplicates(rows).pairs]);
}

interface ReversalRow {
  line: number;
  amount: string;
  booked_on: Day;
  target: string;
  target_kind: string;
  target_amount: string;
  target_booked_on: Day;
  reversed: string;
  duplicates: string[] | null;
}

const candidateOf = (row: ReversalRow): ReversalCandidate => ({
  line: row.line,
  amount: BigInt(row.amount),
  bookedOn: row.booked_on,
  target: row.target,
  targetKind: row.target_kind,
  targetAmount: BigInt(row.target_amount),
  targetBookedOn: row.target_booked_on,
  reversed: BigInt(row.reversed),
  duplicates: row.duplicates ?? [],
});

async function settleReversals(importing: Importing): Promise<void> {
  const { client } = importing;
  await client.query(sqlFile("intake/entries-targets"));
  const { rows } = await client.query<ReversalRow>(sqlFile("intake/entries-reversals"), [DUPLICATE_DAYS]);
  const judged = judgeReversals(rows.map(candidateOf));
  await keepDuplicates(
    importing,
    [...judged].flatMap(([line, it]) => (it.disposition === "duplicate" ? [[line, it.entryId] as const] : [])),
  );
  const bad = [...judged].flatMap(([line, it]) =>
    it.disposition === "rejected" ? [{ line, field: it.field, code: it.said.code, vals: JSON.stringify(it.said.values) }] : [],
  );
  const columns = { line: "int", field: "text", code: "text", vals: "jsonb" } as const;
  await client.query("CREATE TEMP TABLE bad_reversal (line int, field text, code text, vals jsonb) ON COMMIT DROP");
  await insertRows(client, "bad_reversal", columns, bad);
  await client.query(
    "UPDATE staged s SET outcome = 'rejected', field = b.field, code_said = b.code, vals = b.vals FROM bad_reversal b WHERE b.line = s.line",
  );
}

/** Judges and posts the staged ledger entries. Order within the file never matters: a storno may stand before what it takes back. */
export async function settleEntries(importing: Importing): Promise<void> {
  await importing.client.query(sqlFile("intake/entries-judge"));
  await settleReceipts(importing);
  await settleReversals(importing);
  await importing.client.query(sqlFile("intake/entries-save"));
  await nameThem(importing);
}

/** What the receipts are for: by the rent administration's own matching, else by the words of their description. */
async function nameThem({ client, moment }: Importing): Promise<void> {
  await client.query(sqlFile("intake/entries-names"));
  await client.query(REMITTANCE_TABLE);
  await client.query(sqlFile("intake/entries-remittances"));
  await designateReceipts(sqlOfClient(client), moment);
}

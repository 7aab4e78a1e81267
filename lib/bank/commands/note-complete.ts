import type pg from "pg";
import { type Day, latest } from "@/lib/kernel/day";
import { sqlOfClient } from "@/lib/platform/db";
import { type Gap, gapsIn } from "../domain/chain";
import { completeness } from "../queries/complete";

interface Completed {
  readonly fileId: number;
  readonly moment: Date;
  /** The last day of the whole statements in the file, per account. */
  readonly completed: ReadonlyMap<number, Day>;
}

/**
 * Notes up to which day statements came in for each account of a file, and where their chain breaks now: new gaps, and known
 * ones that this file closed. Answers the last day up to which one of these accounts is complete, gaps taken into account.
 */
export async function noteComplete(client: pg.ClientBase, { fileId, moment, completed }: Completed): Promise<Day | null> {
  for (const [accountId, day] of completed) {
    await noteGaps(client, accountId, moment);
    await client.query(
      `INSERT INTO receipts_complete (account_id, through_day, file_id, recorded_at) SELECT $1, $2, $3, $4
       WHERE NOT EXISTS (SELECT FROM receipts_complete c WHERE c.account_id = $1 AND c.through_day >= $2)`,
      [accountId, day, fileId, moment],
    );
  }
  const accounts = await completeness(sqlOfClient(client), moment);
  return accounts
    .filter(({ accountId, through }) => through !== null && completed.has(accountId))
    .reduce<Day | null>((last, { through }) => (last === null ? through : latest(last, through ?? last)), null);
}

interface Row {
  fromDay: Day;
  toDay: Day;
  opening: string | null;
  closing: string | null;
  sequence: string | null;
}

async function noteGaps(client: pg.ClientBase, accountId: number, moment: Date): Promise<void> {
  const { rows } = await client.query<Row>(
    // Of a statement in pages the last one is whole; it opened where its first page did.
    `WITH RECURSIVE paged AS (
       SELECT s.id, s.from_day, s.to_day, s.opening_cents, s.closing_cents, s.sequence, 0 AS back
       FROM bank_statement s WHERE s.account_id = $1 AND s.whole AND s.kind = 'statement'
       UNION ALL
       SELECT p.id, p.from_day, p.to_day, o.opening_cents, p.closing_cents, p.sequence, p.back + 1
       FROM paged p JOIN bank_statement o ON o.account_id = $1 AND NOT o.whole AND o.kind = 'statement'
         AND o.sequence = p.sequence AND o.from_day = p.from_day AND o.closing_cents = p.opening_cents AND o.opening_cents <> p.opening_cents
       WHERE p.back < 1000)
     SELECT DISTINCT ON (id) from_day::text AS "fromDay", to_day::text AS "toDay", opening_cents::text AS opening,
       closing_cents::text AS closing, sequence
     FROM paged ORDER BY id, back DESC`,
    [accountId],
  );
  const cents = (text: string | null) => (text === null ? null : BigInt(text));
  const links = rows.map((row) => ({ ...row, openingCents: cents(row.opening), closingCents: cents(row.closing) }));
  const first = links.map((link) => link.fromDay).sort()[0];
  const before = await client.query<{ through: Day | null }>(
    `SELECT max(c.through_day)::text AS through FROM receipts_complete c WHERE c.account_id = $1 AND c.through_day < $2::date
       AND NOT EXISTS (SELECT FROM bank_statement s WHERE s.account_id = $1 AND s.whole AND s.to_day = c.through_day)`,
    [accountId, first ?? null],
  );
  await keepGaps(client, accountId, gapsIn(links, before.rows[0]?.through ?? null), moment);
}

/** A gap that is still there stays as it is, one that is gone is closed, a new one is noted; one a person confirmed never comes back. */
async function keepGaps(client: pg.ClientBase, accountId: number, gaps: readonly Gap[], moment: Date): Promise<void> {
  const found = [gaps.map((gap) => gap.from), gaps.map((gap) => gap.to), gaps.map((gap) => gap.kind)];
  await client.query(
    `WITH found AS (SELECT * FROM unnest($2::date[], $3::date[], $4::text[]) f (from_day, to_day, kind)),
     gone AS (
       UPDATE bank_gap g SET closed_at = $5 WHERE g.account_id = $1 AND g.closed_at IS NULL AND NOT EXISTS (
         SELECT FROM found f WHERE (f.from_day, f.to_day, f.kind) = (g.from_day, g.to_day, g.kind)))
     INSERT INTO bank_gap (account_id, from_day, to_day, kind, recorded_at)
     SELECT $1, f.from_day, f.to_day, f.kind, $5 FROM found f
     WHERE NOT EXISTS (SELECT FROM bank_gap g WHERE g.account_id = $1 AND (g.from_day, g.to_day) = (f.from_day, f.to_day)
       AND ((g.kind = f.kind AND g.closed_at IS NULL) OR g.confirmed))`,
    [accountId, ...found, moment],
  );
}

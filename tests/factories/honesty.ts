import type { PoolClient } from "pg";
import { pool } from "@/lib/platform/db";

/**
 * Entries as bare money: signed, with the first of the month that a collection is for. Nothing here asks the program what is open.
 * The month stands in the text of a collection: `Incasso november 2026`.
 */
const MONEY = `
  CREATE TEMP TABLE money AS
    SELECT l.tenancy_id, l.kind, l.category, l.booked_on, l.due_on, l.reverses_id, CASE l.kind WHEN 'payment' THEN l.amount_cents WHEN 'credit' THEN l.amount_cents ELSE -l.amount_cents END AS cents,
      make_date(substring(w.words from '[0-9]{4}$')::int, array_position('{januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december}'::text[],
        split_part(w.words, ' ', 2)), 1) AS meant_for
    FROM ledger_entry l CROSS JOIN LATERAL (
      SELECT substring(coalesce((SELECT p.description FROM ledger_entry p WHERE p.id = l.reverses_id), l.description) from '^Incasso [a-z]+ [0-9]{4}$') AS words) w;
  CREATE INDEX ON money (tenancy_id);
  ANALYZE money`;
/** What of all that fell due by a day was not paid by then; money for a later month pays nothing. What is booked on a day is known the next. */
const owed = (tenancy: string, on: string) => `
  (SELECT coalesce(-sum(m.cents), 0) FROM money m WHERE m.tenancy_id = ${tenancy} AND m.booked_on <= ${on}
    AND CASE WHEN m.kind = 'charge' THEN m.due_on <= ${on} ELSE m.meant_for IS NULL OR m.meant_for <= ${on} END)`;

/** Answers that name a charge which was once wholly paid and not taken back. */
const FOR_PAID = `WITH said AS (
        SELECT a.tenancy_id, a.day, r.one ->> 'code' AS code, (r.one #>> '{values,dueOn}')::date AS due_on
        FROM assessment a CROSS JOIN LATERAL jsonb_array_elements((a.answer #> '{contact,reasons}') || (a.answer #> '{duty,reasons}')) r (one)
        WHERE a.flagged AND r.one #>> '{values,dueOn}' IS NOT NULL)
      SELECT s.* FROM said s JOIN LATERAL (
        SELECT max(d.due_on) AS on FROM money d WHERE d.tenancy_id = s.tenancy_id AND d.kind = 'charge' AND d.due_on BETWEEN s.due_on AND s.day - 1
          AND ${owed("s.tenancy_id", "d.due_on")} <= 0
          AND NOT EXISTS (SELECT FROM money e WHERE e.tenancy_id = s.tenancy_id AND e.due_on <= d.due_on AND e.booked_on > d.due_on)
          AND NOT EXISTS (SELECT FROM ledger_entry r JOIN ledger_entry p ON p.id = r.reverses_id WHERE r.tenancy_id = s.tenancy_id
            AND r.booked_on > d.due_on AND p.booked_on <= d.due_on)
      ) clear ON clear.on >= s.due_on`;
/** Cases that opened while everything that counted was paid within the grace. */
const IN_GRACE = `      SELECT c.tenancy_id, c.opened_on FROM arrears_case c JOIN tenancy t ON t.id = c.tenancy_id
      WHERE ${owed("c.tenancy_id", "c.opened_on - 7")} + (
        SELECT coalesce(-sum(m.cents), 0) FROM money m WHERE m.tenancy_id = c.tenancy_id AND m.kind <> 'charge'
          AND m.booked_on > c.opened_on - 7 AND m.booked_on < c.opened_on AND m.cents > 0 AND (m.meant_for IS NULL OR m.meant_for <= c.opened_on - 7)) <= 500`;
/** Reports to the municipality, with what was owed then and thirty days before. */
const REPORTS = `SELECT r.tenancy_id AS "tenancyId", r.reported_on::text AS "reportedOn", ${owed("r.tenancy_id", "r.reported_on - 31")}::text AS since, ${owed("r.tenancy_id", "r.reported_on - 1")}::text AS now,
        (SELECT (v.net_cents + v.service_cents + v.heating_cents)::text FROM tenancy_rent v WHERE v.tenancy_id = r.tenancy_id AND v.from_day <= r.reported_on
          ORDER BY v.from_day DESC LIMIT 1) AS rent
      FROM referral r WHERE r.reported_on IS NOT NULL`;

interface Report {
  readonly tenancyId: number;
  readonly reportedOn: string;
  readonly since: string;
  readonly now: string;
  readonly rent: string;
}

export interface Honesty {
  readonly flaggedAnswers: number;
  readonly forPaid: readonly unknown[];
  readonly inGrace: readonly unknown[];
  readonly reports: readonly Report[];
  /** Before thirty days of rent debt, or for less than half a month. */
  readonly tooEarly: readonly Report[];
}

/** Counts over everything in the database, with its own SQL, where a tenant was followed without cause. */
export async function honesty(): Promise<Honesty> {
  const client = await pool().connect();
  const rows = async <Row extends object>(text: string) => (await (client as PoolClient).query<Row>(text)).rows;
  try {
    await client.query(MONEY);
    const [said] = await rows<{ n: number }>("SELECT count(*)::int AS n FROM assessment WHERE flagged");
    const [forPaid, inGrace, reports] = [await rows(FOR_PAID), await rows(IN_GRACE), await rows<Report>(REPORTS)];
    // Half a month, counted in hundredths of the rent of the month that is open, which may lie a rise or two below today's.
    const half = ({ rent }: Report) => 0.49 * Number(rent);
    const tooEarly = reports.filter((one) => Number(one.since) <= 500 || Number(one.now) < half(one));
    return { flaggedAnswers: said?.n ?? 0, forPaid, inGrace, reports, tooEarly };
  } finally {
    client.release(true);
  }
}

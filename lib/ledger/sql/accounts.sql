-- Rent accounts: entries and what payers named. Rows: kind, tenancy, its rows as text or json, and what was left out before them.
-- $1 day · $2 known at · $3 tenancy ids · $4 for each, the day from which every entry is wanted; -infinity: all of them
-- Of a long account the old months say nothing any more, once they are paid: the monthly rents due before that day and the
-- receipts of 45 days before that are left out, and `opening` tells what those receipts still lack for those rents. Only
-- where that says everything: the rents left out are paid, by receipts of which none is left over, no payer named a charge,
-- and seven months with rent remain. The sums come from the index alone; only what is wanted is fetched.
WITH asked AS MATERIALIZED (
  SELECT id, since, since - 45 AS receipts_since FROM unnest($3::int[], $4::date[]) AS a (id, since)
), sums AS MATERIALIZED (
  SELECT x.*, CASE WHEN x.shortened THEN x.receipts_since ELSE '-infinity' END AS fetched_since
  FROM (
    SELECT a.id, a.since, a.receipts_since, s.old_rent, s.kept_before, r.old_receipts,
      s.old_rent > 0 AND s.pool >= s.old_rent AND r.old_receipts <= s.old_rent AND s.months >= 7
        AND NOT EXISTS (SELECT FROM designation d WHERE d.tenancy_id = a.id) AS shortened
    FROM asked a
    CROSS JOIN LATERAL (
      -- Only a charge has a due day. Months are told apart by their place in the year: with more than twelve that says rather too few.
      SELECT sum(CASE WHEN e.due_on IS NOT NULL THEN 0 WHEN e.kind = 'reversal' THEN -e.amount_cents ELSE e.amount_cents END) AS pool,
        sum(CASE WHEN e.due_on < a.since AND e.category IN ('rent', 'service', 'heating') THEN e.amount_cents ELSE 0 END) AS old_rent,
        sum(CASE WHEN e.due_on IS NULL AND e.booked_on < a.receipts_since AND e.kind <> 'reversal' THEN e.amount_cents ELSE 0 END) AS old_receipts,
        bit_count(bit_or(CASE WHEN e.due_on >= a.since AND e.due_on <= $1::date AND e.category IN ('rent', 'service', 'heating')
          THEN 1 << date_part('month', e.due_on)::int ELSE 0 END)::bit(32)) AS months,
        bool_or(e.due_on IS NULL AND e.kind = 'reversal') AS reversed,
        bool_or(e.due_on IS NOT NULL AND e.booked_on < a.receipts_since AND NOT (e.due_on < a.since AND e.category IN ('rent', 'service', 'heating'))) AS kept_before
      FROM ledger_entry e
      WHERE e.tenancy_id = a.id AND e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz
    ) s
    CROSS JOIN LATERAL (
      SELECT s.old_receipts - CASE WHEN s.reversed THEN coalesce((
        SELECT sum(r.amount_cents) FROM ledger_entry r JOIN ledger_entry p ON p.id = r.reverses_id
        WHERE r.tenancy_id = a.id AND r.kind = 'reversal' AND r.booked_on <= $1::date AND r.recorded_at <= $2::timestamptz
          AND p.booked_on < a.receipts_since
      ), 0) ELSE 0 END AS old_receipts
    ) r
  ) x
), entry AS (
  SELECT s.id AS tenancy_id, e.*
  FROM sums s CROSS JOIN LATERAL (
    SELECT l.id AS entry_id, l.kind, l.category, l.amount_cents, l.booked_on, l.due_on, l.reverses_id, l.source, l.source_number
    FROM ledger_entry l
    WHERE l.tenancy_id = s.id AND l.booked_on >= s.fetched_since AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz
      AND NOT (s.shortened AND CASE l.kind
        WHEN 'charge' THEN l.category IN ('rent', 'service', 'heating') AND l.due_on < s.since
        WHEN 'reversal' THEN (SELECT p.booked_on FROM ledger_entry p WHERE p.id = l.reverses_id) < s.receipts_since
        ELSE false END)
    OFFSET 0
  ) e
  UNION ALL
  -- Charges of long ago that are no rent, or not due yet: few have any.
  SELECT s.id, l.id, l.kind, l.category, l.amount_cents, l.booked_on, l.due_on, l.reverses_id, l.source, l.source_number
  FROM sums s JOIN ledger_entry l ON l.tenancy_id = s.id AND l.kind = 'charge' AND l.booked_on < s.receipts_since
    AND l.recorded_at <= $2::timestamptz AND NOT (l.category IN ('rent', 'service', 'heating') AND l.due_on < s.since)
  WHERE s.shortened AND s.kept_before
)
SELECT 'entries' AS kind, s.id AS "tenancyId", CASE WHEN s.shortened THEN s.old_receipts - s.old_rent ELSE 0 END::text AS opening,
  e.rows
FROM sums s JOIN (
  SELECT e.tenancy_id, string_agg(concat_ws('|', e.entry_id, e.kind, coalesce(e.category, ''), e.amount_cents, e.booked_on - DATE '1970-01-01',
    coalesce((e.due_on - DATE '1970-01-01')::text, ''), coalesce(e.reverses_id::text, ''), e.source, translate(e.source_number, E'\x1e', '')),
    E'\x1e' ORDER BY e.entry_id) AS rows
  FROM entry e GROUP BY e.tenancy_id
) e ON e.tenancy_id = s.id
UNION ALL
SELECT 'designations', d.tenancy_id, '0', json_agg(json_build_array(d.payment_id::text, d.charge_id::text, d.amount_cents::text) ORDER BY d.id)::text
FROM designation d
WHERE d.tenancy_id = ANY ($3::int[]) AND d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
GROUP BY d.tenancy_id

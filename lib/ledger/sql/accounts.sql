-- Rent accounts: entries, what receipts name, and arrangements. Rows: kind, tenancy, its rows as text or json, and what was left out.
-- $1 day · $2 known at · $3 tenancy ids · $4 for each, the first of the month from which every entry is wanted; -infinity: all of them
-- Of a long account the old entries say nothing any more once all that was due is paid: at the end of the day before, when nothing
-- due was open, no receipt named anything later and none was taken back later, they come to `opening`, money that was free then.
-- Seven months with rent must remain. The sums come from the index alone; only what is wanted is fetched.
WITH asked AS MATERIALIZED (
  SELECT id, since, since - 1 AS before FROM unnest($3::int[], $4::date[]) AS a (id, since)
), sums AS MATERIALIZED (
  SELECT a.id, a.before, s.free, s.coming,
    s.receipts AND s.free >= 0 AND s.months >= 7 AND NOT s.credited AND NOT s.late
      AND NOT EXISTS (
        SELECT FROM designation d JOIN ledger_entry p ON p.id = d.payment_id
        WHERE d.tenancy_id = a.id AND d.reaches > to_char(a.before, 'YYYY-MM') AND p.booked_on <= a.before AND d.recorded_at <= $2::timestamptz)
      AND NOT (s.reversed AND EXISTS (
        SELECT FROM ledger_entry r JOIN ledger_entry p ON p.id = r.reverses_id
        WHERE r.tenancy_id = a.id AND r.kind = 'reversal' AND r.booked_on > a.before AND r.booked_on <= $1::date AND r.recorded_at <= $2::timestamptz
          AND p.booked_on <= a.before)) AS shortened
  FROM asked a
  CROSS JOIN LATERAL (
    -- Only a charge has a due day. Months are told apart by their place in the year: with more than twelve that says rather too few.
    SELECT sum(CASE WHEN e.booked_on > a.before THEN 0 WHEN e.due_on IS NULL THEN CASE WHEN e.kind = 'reversal' THEN -e.amount_cents ELSE e.amount_cents END
        WHEN e.due_on <= a.before THEN -e.amount_cents ELSE 0 END) AS free,
      bool_or(e.due_on IS NULL AND e.booked_on <= a.before) AS receipts,
      bool_or(e.due_on > a.before AND e.booked_on <= a.before) AS coming,
      -- Charged later for a month that would be left out: that month is measured whole.
      bool_or(coalesce(e.due_on <= a.before AND e.booked_on > a.before, false)) AS late,
      bool_or(e.kind = 'credit' AND e.category IS NOT NULL AND e.booked_on <= a.before AND e.booked_on > a.before - 400) AS credited,
      bit_count(bit_or(CASE WHEN e.due_on > a.before AND e.due_on <= $1::date AND e.category IN ('rent', 'service', 'heating')
        THEN 1 << date_part('month', e.due_on)::int ELSE 0 END)::bit(32)) AS months,
      bool_or(e.due_on IS NULL AND e.kind = 'reversal' AND e.booked_on > a.before) AS reversed
    FROM ledger_entry e
    WHERE e.tenancy_id = a.id AND e.booked_on <= $1::date AND e.recorded_at <= $2::timestamptz
  ) s
), entry AS (
  SELECT s.id AS tenancy_id, e.*
  FROM sums s CROSS JOIN LATERAL (
    SELECT l.id AS entry_id, l.kind, l.category, l.amount_cents, l.booked_on, l.due_on, l.reverses_id, l.source, l.source_number, l.description, l.return_reason
    FROM ledger_entry l
    WHERE l.tenancy_id = s.id AND l.booked_on > CASE WHEN s.shortened THEN s.before ELSE '-infinity' END
      AND l.booked_on <= $1::date AND l.recorded_at <= $2::timestamptz
    OFFSET 0
  ) e
  UNION ALL
  -- Charges booked before that fall due after it.
  SELECT s.id, l.id, l.kind, l.category, l.amount_cents, l.booked_on, l.due_on, l.reverses_id, l.source, l.source_number, l.description, l.return_reason
  FROM sums s JOIN ledger_entry l ON l.tenancy_id = s.id AND l.kind = 'charge' AND l.due_on > s.before AND l.booked_on <= s.before
    AND l.recorded_at <= $2::timestamptz
  WHERE s.shortened AND s.coming
)
SELECT 'entries' AS kind, s.id AS "tenancyId", CASE WHEN s.shortened THEN s.free::text END AS opening,
  CASE WHEN s.shortened THEN s.before::text END AS before, e.rows
FROM sums s LEFT JOIN (
  SELECT e.tenancy_id, string_agg(concat_ws('|', e.entry_id, e.kind, coalesce(e.category, ''), e.amount_cents, e.booked_on - DATE '1970-01-01',
    coalesce((e.due_on - DATE '1970-01-01')::text, ''), coalesce(e.reverses_id::text, ''), e.source,
    CASE WHEN e.category = 'settlement' THEN coalesce(substring(e.description from '20[0-9]{2}'), '') WHEN e.kind = 'reversal' THEN coalesce(translate(e.return_reason, '|' || E'\x1e', ''), '') ELSE '' END, translate(e.source_number, E'\x1e', '')),
    E'\x1e' ORDER BY e.entry_id) AS rows
  FROM entry e GROUP BY e.tenancy_id
) e ON e.tenancy_id = s.id
WHERE e.rows IS NOT NULL OR s.shortened
UNION ALL
SELECT 'designations', d.tenancy_id, NULL, NULL, json_agg(json_build_array(d.payment_id::text,
  -- A number of a charge that was left out is not waited for.
  CASE WHEN s.shortened AND (d.said ->> 'awaited')::boolean THEN jsonb_set(d.said, '{numbers}', (
    SELECT coalesce(jsonb_agg(n), '[]') FROM jsonb_array_elements_text(d.said -> 'numbers') n WHERE NOT EXISTS (
      SELECT FROM ledger_entry c WHERE c.tenancy_id = d.tenancy_id AND c.source = 'erp' AND c.source_number = n AND c.due_on <= s.before)))
  ELSE d.said END, d.amount_cents::text) ORDER BY d.id)::text
FROM designation d JOIN sums s ON s.id = d.tenancy_id JOIN ledger_entry p ON p.id = d.payment_id AND (NOT s.shortened OR p.booked_on > s.before)
WHERE d.recorded_at <= $2::timestamptz AND (d.undone_at IS NULL OR d.undone_at > $2::timestamptz)
GROUP BY d.tenancy_id
UNION ALL
SELECT 'arrangements', a.tenancy_id, NULL, NULL, json_agg(json_build_object('agreedOn', a.agreed_on, 'startsOn', a.starts_on, 'endedOn',
    CASE WHEN a.ended_on <= $1::date AND coalesce(a.ended_at <= $2::timestamptz, true) THEN a.ended_on END) ORDER BY a.agreed_on, a.id)::text
FROM arrangement a
WHERE a.tenancy_id = ANY ($3::int[]) AND a.agreed_on <= $1::date AND a.recorded_at <= $2::timestamptz
GROUP BY a.tenancy_id

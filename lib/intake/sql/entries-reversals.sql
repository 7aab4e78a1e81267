-- Each staged reversal beside what it takes back, what was taken back before, and the bank's own reversals within $1 days that may be the same.
SELECT s.line, s.amount::text, s.booked_on::text,
  coalesce('entry ' || s.target_id, 'line ' || s.target_line) AS target,
  coalesce(e.kind, f.kind) AS target_kind,
  coalesce(e.amount_cents, f.amount)::text AS target_amount,
  coalesce(e.booked_on, f.booked_on)::text AS target_booked_on,
  coalesce((SELECT sum(r.amount_cents) FROM ledger_entry r WHERE r.reverses_id = s.target_id), 0)::text AS reversed,
  (SELECT array_agg(r.id::text ORDER BY abs(r.booked_on - s.booked_on), r.id) FROM ledger_entry r
    WHERE r.reverses_id = s.target_id AND r.source = 'bank' AND r.amount_cents = s.amount AND abs(r.booked_on - s.booked_on) <= $1::int
      AND NOT EXISTS (SELECT FROM cross_source_duplicate w WHERE w.entry_id = r.id)) AS duplicates
FROM staged s
LEFT JOIN ledger_entry e ON e.id = s.target_id
LEFT JOIN staged f ON f.line = s.target_line
WHERE s.kind = 'reversal' AND s.outcome IS NULL

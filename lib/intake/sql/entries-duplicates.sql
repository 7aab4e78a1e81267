-- Receipts of this file that look like one the bank sent: same tenancy, same amount, booked within $1 days, not yet paired or taken back at the desk.
SELECT s.line, e.id::text AS "entryId", abs(s.booked_on - e.booked_on) AS apart, s.booked_on::text AS "bookedOn",
  ARRAY[s.description, e.description] AS texts
FROM staged s
JOIN ledger_entry e ON e.tenancy_id = s.tenancy_id AND e.amount_cents = s.amount AND e.source = 'bank' AND e.kind = 'payment'
  AND e.booked_on BETWEEN s.booked_on - $1::int AND s.booked_on + $1::int
WHERE s.kind = 'payment' AND s.outcome IS NULL
  AND NOT EXISTS (SELECT FROM cross_source_duplicate w WHERE w.entry_id = e.id)
  AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id AND r.source = 'desk')

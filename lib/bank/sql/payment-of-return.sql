-- The payment that a returned line ($1) takes back: the one with its end-to-end reference, else the latest of tenancy $2 with its amount.
-- `duplicate_of` is the ERP's own reversal of it within $3 days, when the ERP told us first.
WITH line AS (SELECT * FROM bank_line WHERE id = $1)
SELECT e.tenancy_id, e.id::text AS entry_id,
  (SELECT r.id::text FROM ledger_entry r WHERE r.reverses_id = e.id AND r.source = 'erp' AND r.amount_cents = e.amount_cents
    AND abs(r.booked_on - line.booked_on) <= $3::int AND NOT EXISTS (SELECT FROM bank_line b WHERE b.entry_id = r.id) LIMIT 1) AS duplicate_of
FROM line
JOIN ledger_entry e ON e.kind = 'payment' AND e.amount_cents = -line.amount_cents AND e.booked_on <= line.booked_on
  AND e.booked_on > line.booked_on - 400
  AND (e.tenancy_id = $2::int OR e.id IN (SELECT o.entry_id FROM bank_line o WHERE o.end_to_end = line.end_to_end AND o.disposition = 'posted'))
WHERE NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id
  AND NOT (r.source = 'erp' AND r.amount_cents = e.amount_cents AND abs(r.booked_on - line.booked_on) <= $3::int
    AND NOT EXISTS (SELECT FROM bank_line b WHERE b.entry_id = r.id)))
ORDER BY e.id IN (SELECT o.entry_id FROM bank_line o WHERE o.end_to_end = line.end_to_end AND o.disposition = 'posted') DESC NULLS LAST,
  e.booked_on DESC, e.id DESC
LIMIT 1

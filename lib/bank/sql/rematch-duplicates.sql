-- Waiting lines that are certain now and look like a receipt the ERP sent: same tenancy and amount, booked within $1 days, not yet paired.
SELECT s.line_no AS line, e.id::text AS "entryId", abs(l.booked_on - e.booked_on) AS apart, l.booked_on::text AS "bookedOn",
  ARRAY[l.remittance, e.description] AS texts
FROM rematched s JOIN bank_line l ON l.id = s.line_no
JOIN ledger_entry e ON e.tenancy_id = s.tenancy_id AND e.amount_cents = l.amount_cents AND e.source = 'erp' AND e.kind = 'payment'
  AND abs(e.booked_on - l.booked_on) <= $1::int
WHERE s.disposition = 'posted'
  AND NOT EXISTS (SELECT FROM bank_line o WHERE o.entry_id = e.id)
  AND NOT EXISTS (SELECT FROM bank_part o WHERE o.entry_id = e.id AND o.undone_at IS NULL)
  AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id AND r.source = 'desk')

-- New receipts that look like one the ERP sent: same tenancy, same amount, booked within $1 days, not yet paired or taken back at the desk.
SELECT s.line_no AS line, e.id::text AS "entryId", abs(s.booked_on - e.booked_on) AS apart, s.booked_on::text AS "bookedOn",
  ARRAY[s.remittance, e.description] AS texts
FROM staged_line s
JOIN ledger_entry e ON e.tenancy_id = s.tenancy_id AND e.amount_cents = s.amount AND e.source = 'erp' AND e.kind = 'payment'
  AND e.booked_on BETWEEN s.booked_on - $1::int AND s.booked_on + $1::int
WHERE s.disposition = 'posted' AND NOT s.known
  AND NOT EXISTS (SELECT FROM bank_line l WHERE l.entry_id = e.id)
  AND NOT EXISTS (SELECT FROM ledger_entry r WHERE r.reverses_id = e.id AND r.source = 'desk')

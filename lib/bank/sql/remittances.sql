-- The receipts in `remittance` from entry $1 on, $2 at a time, with what their payers wrote; a reference that said whose it is says
-- no more. `numbers`: charges of the last year whose own number may stand in the text. What names something already is left.
SELECT r.tenancy_id AS "tenancyId", r.entry_id::text AS "entryId", e.booked_on::text AS "bookedOn", x.text,
  array_remove(ARRAY[t.number, t.payment_reference], NULL) AS own, coalesce(n.numbers, '{}') AS numbers
FROM (SELECT * FROM remittance WHERE entry_id > $1::bigint ORDER BY entry_id LIMIT $2::int) r
LEFT JOIN bank_line l ON l.id = r.line_id JOIN ledger_entry e ON e.id = r.entry_id JOIN tenancy t ON t.id = r.tenancy_id
CROSS JOIN LATERAL (SELECT concat_ws(' ', r.text, l.remittance, CASE WHEN l.because IS DISTINCT FROM 'reference' THEN l.reference END) AS text) x
LEFT JOIN LATERAL (
  SELECT array_agg(c.source_number) AS numbers FROM ledger_entry c
  WHERE x.text ~ '[0-9]{4}' AND c.tenancy_id = r.tenancy_id AND c.kind = 'charge' AND c.due_on > e.booked_on - 400 AND length(c.source_number) >= 6
    AND strpos(regexp_replace(x.text, '[^0-9A-Za-z]', '', 'g'), regexp_replace(c.source_number, '[^0-9A-Za-z]', '', 'g')) > 0
) n ON true
WHERE NOT EXISTS (SELECT FROM designation d WHERE d.payment_id = r.entry_id)
ORDER BY r.entry_id

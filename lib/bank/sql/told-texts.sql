-- The receipts in `told_receipt` of tenancies $1 with what their payers wrote; a reference that said whose it is says no more.
SELECT r.tenancy_id AS "tenancyId", r.entry_id::text AS "entryId", r.amount::text AS amount, e.booked_on::text AS "bookedOn",
  concat_ws(' ', l.remittance, CASE WHEN l.because IS DISTINCT FROM 'reference' THEN l.reference END) AS text
FROM told_receipt r JOIN bank_line l ON l.id = r.line_id JOIN ledger_entry e ON e.id = r.entry_id
WHERE r.tenancy_id = ANY ($1::int[])

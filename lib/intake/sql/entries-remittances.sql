-- New receipts whose description may say what they are for.
INSERT INTO remittance SELECT NULL, s.tenancy_id, e.id, s.amount, s.description
FROM staged s JOIN ledger_entry e ON (e.tenancy_id, e.source, e.source_number) = (s.tenancy_id, 'erp', s.number)
WHERE s.names_purpose AND s.outcome = 'added'

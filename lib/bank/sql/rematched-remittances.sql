-- Receipts in `rematched` that ended on a rent account now: their texts may name what they are for.
INSERT INTO remittance SELECT l.id, l.tenancy_id, l.entry_id, l.amount_cents, NULL
FROM rematched s JOIN bank_line l ON l.id = s.line_no WHERE l.entry_id IS NOT NULL AND l.amount_cents > 0
